package io.qihang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Usccs;
import io.qihang.indicator.Figures.UnitCount;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.Indicators;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.FormPost;
import io.qihang.testing.Phones;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A certificate on its way: photographed, handed in, returned, handed in again, verified, counted. */
class CertificateJourney extends CertificatePlay {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final String DONGGUCHENG = "371525105";

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient database;

    @Test
    void a_certificate_is_handed_in_returned_corrected_and_verified() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        LocalDate issued = today().minusYears(1);
        LocalDate until = today().plusDays(40);

        // the member chooses a type, photographs the certificate, uploads the photo and hands it in
        assertThat(member.get("/api/v1/regions/371525/certificate-types")
                        .expect(200)
                        .text())
                .contains("“专精特新”中小企业", "省级");
        String blurred = upload(member, enterprise);
        var said = certificate("ZJTX-2025-0001", issued, until, List.of(blurred));
        Api once = member.once();
        var handedIn = once.post(of(enterprise), said).expect(201);
        String id = handedIn.at("/card/id");
        assertThat(once.post(of(enterprise), said).expect(201).at("/card/id")).isEqualTo(id);
        assertThat(handedIn.at("/card/statusName")).isEqualTo("待核验");
        assertThat(handedIn.at("/card/validity/text")).isEqualTo("40 天后到期");
        member.once().post(of(enterprise), said).expect(409, "CERTIFICATE_ALREADY_IN");

        // the officer looks at the image beside what was said; every look is recorded
        assertThat(officer.get("/api/v1/desk/certificates?limit=100")
                        .expect(200)
                        .text())
                .contains(id);
        var shown = officer.get(desk(id)).expect(200);
        assertThat(shown.at("/card/number")).isEqualTo("ZJTX-2025-0001");
        assertThat(shown.at("/card/unitName")).isEqualTo("清水镇");
        assertThat(shown.at("/files/0/name")).isEqualTo("照片.jpg");
        var link = officer.post(desk(id) + "/files/" + blurred + "/link", "").expect(200);
        var image = FormPost.open(link.at("/url"));
        assertThat(image.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(new String(image.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(audited("file.link", blurred)).isEqualTo(1);

        // it cannot be read, so it goes back with a reason
        int version = shown.json().path("version").asInt();
        officer.post(desk(id) + "/return", Map.of("seenVersion", version, "reason", "OTHER"))
                .expect(400, "INVALID_FIELDS");
        officer.post(desk(id) + "/return", Map.of("seenVersion", version, "reason", "UNREADABLE", "note", "印章看不清"))
                .expect(204);
        var returned = member.get(own(id)).expect(200);
        assertThat(returned.at("/card/statusName")).isEqualTo("已退回");
        assertThat(returned.at("/card/returnHint")).isEqualTo("影像不清：印章看不清。请改好后重新提交。");

        // the member hands it in again with a better photo
        String sharp = upload(member, enterprise);
        var corrected = member.once()
                .post(own(id) + "/resubmission", certificate("ZJTX-2025-0001", issued, until, List.of(sharp)))
                .expect(200);
        assertThat(corrected.json().path("files")).hasSize(1);
        assertThat(corrected.at("/files/0/id")).isEqualTo(sharp);
        member.post(own(id) + "/files/" + blurred + "/link", "").expect(404);
        member.post(own(id) + "/files/" + sharp + "/link", "").expect(200);

        // of two officers who decide at once, one is told that it has changed
        officer.post(desk(id) + "/verification", Map.of("seenVersion", version)).expect(409, "CHANGED_MEANWHILE");
        int fresh = version(officer, id);
        officer.post(desk(id) + "/verification", Map.of("seenVersion", fresh)).expect(204);
        officer()
                .post(desk(id) + "/return", Map.of("seenVersion", fresh, "reason", "EXPIRED"))
                .expect(409, "CHANGED_MEANWHILE");
        officer.post(desk(id) + "/verification", Map.of("seenVersion", version(officer, id)))
                .expect(409, "CERTIFICATE_STATE");
        member.once().post(own(id) + "/withdrawal", "").expect(409, "CERTIFICATE_STATE");

        var verified = member.get(own(id)).expect(200);
        assertThat(verified.at("/card/statusName")).isEqualTo("已认定");
        assertThat(verified.json().path("history").valueStream().map(it -> it.path("actionName")
                        .asString("")))
                .containsExactly("提交", "退回", "重新提交", "核验通过");
        assertThat(audited("certificate.verify", id)).isEqualTo(1);
        String verifiedOnes = "/api/v1/desk/certificates?status=VERIFIED&limit=100";
        assertThat(officer.get(verifiedOnes + "&level=PROVINCIAL&validity=ENDING")
                        .expect(200)
                        .text())
                .contains(id);
        for (String other : List.of("validity=EXPIRED", "validity=GOOD", "validity=NO_END", "level=CITY")) {
            assertThat(officer.get(verifiedOnes + "&" + other).expect(200).text())
                    .doesNotContain(id);
        }
        assertThat(officer.get("/api/v1/desk/certificates?status=VERIFIED&type=srdi_sme&limit=100")
                        .expect(200)
                        .text())
                .contains(id);
    }

    @Test
    void what_nobody_has_verified_is_read_by_who_handed_it_in_and_not_by_colleagues() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api author = member(enterprise);
        Api colleague = member(enterprise);
        Api officer = officer();
        String id = submit(author, enterprise, "ZJTX-2025-0042", today().minusDays(9), null);
        String file = author.get(own(id)).expect(200).at("/files/0/id");
        hidden(colleague, id, file);
        shown(author, id, file);

        officer.post(desk(id) + "/return", Map.of("seenVersion", version(officer, id), "reason", "UNREADABLE"))
                .expect(204);
        hidden(colleague, id, file);
        String sharp = upload(colleague, enterprise);
        var corrected = certificate("ZJTX-2025-0043", today().minusDays(9), null, List.of(sharp));
        colleague.once().post(own(id) + "/resubmission", corrected).expect(200);
        shown(colleague, id, sharp);
        hidden(author, id, sharp);

        verify(officer, id);
        shown(author, id, sharp);
        revoke(officer, id, today());
        shown(author, id, sharp);
    }

    private static Api.Reply listed(Api member, Api.Reply screen) {
        return member.get("/api/v1/enterprises/" + screen.at("/card/enterprise") + "/certificates")
                .expect(200);
    }

    private static void shown(Api member, String id, String file) {
        var screen = member.get(own(id)).expect(200);
        assertThat(screen.at("/card/number")).startsWith("ZJTX-2025-");
        assertThat(screen.at("/files/0/id")).isEqualTo(file);
        assertThat(listed(member, screen).at("/items/0/number")).startsWith("ZJTX-2025-");
        member.post(own(id) + "/files/" + file + "/link", "").expect(200);
    }

    private static void hidden(Api member, String id, String file) {
        var screen = member.get(own(id)).expect(200);
        assertThat(screen.at("/card/typeName")).isNotEmpty();
        assertThat(screen.json().path("files")).isEmpty();
        assertThat(screen.text()).doesNotContain("ZJTX", "照片.jpg");
        assertThat(listed(member, screen).text()).contains(id).doesNotContain("ZJTX");
        member.post(own(id) + "/files/" + file + "/link", "").expect(404, "NOT_FOUND");
    }

    @Test
    void what_is_not_verified_can_be_taken_back_and_its_image_goes() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String id = submit(member, enterprise, "ZJTX-2025-0002", today(), null);
        var withdrawn = member.once().post(own(id) + "/withdrawal", "").expect(200);
        assertThat(withdrawn.at("/card/statusName")).isEqualTo("已撤回");
        assertThat(withdrawn.json().path("files")).isEmpty();
        submit(member, enterprise, "ZJTX-2025-0002", today(), null);
    }

    @Test
    void a_member_asks_for_those_alone_that_something_is_to_be_done_about() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        LocalDate issued = today().minusYears(1);
        String ending = submit(member, enterprise, "ZJTX-2025-0101", issued, today().plusDays(90));
        String returned = submit(member, enterprise, "ZJTX-2025-0102", issued, null);
        String good = submit(member, enterprise, "ZJTX-2025-0103", issued, today().plusDays(91));
        String endless = submit(member, enterprise, "ZJTX-2025-0104", issued, null);
        String waitingForTheOfficer = submit(member, enterprise, "ZJTX-2025-0105", issued, today());
        for (String id : List.of(ending, good, endless)) verify(officer, id);
        officer.post(
                        desk(returned) + "/return",
                        Map.of("seenVersion", version(officer, returned), "reason", "UNREADABLE"))
                .expect(204);
        assertThat(ids(member, of(enterprise))).contains(ending, returned, good, endless, waitingForTheOfficer);
        assertThat(ids(member, of(enterprise) + "?waiting=true")).containsExactlyInAnyOrder(ending, returned);
        assertThat(ids(member(firms.in(QINGSHUI)), of(enterprise) + "?waiting=true"))
                .isEmpty();
    }

    private static List<String> ids(Api member, String list) {
        return member.get(list)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString(""))
                .toList();
    }

    @Test
    void a_certificate_cannot_be_from_the_future_nor_end_before_it_began_nor_be_of_no_known_type() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        List<String> files = List.of(upload(member, enterprise));
        member.once()
                .post(of(enterprise), certificate("1", today().plusDays(1), null, files))
                .expect(400, "CERTIFICATE_ISSUED_LATER");
        member.once()
                .post(of(enterprise), certificate("1", today(), today().minusDays(1), files))
                .expect(400, "CERTIFICATE_ENDS_BEFORE_ISSUE");
        var unknown = certificate("1", today(), null, files);
        unknown.put("type", "best_enterprise");
        member.once().post(of(enterprise), unknown).expect(400, "CERTIFICATE_TYPE_UNKNOWN");
        var level = certificate("1", today(), null, files);
        level.put("level", "UNSTATED");
        member.once().post(of(enterprise), level).expect(400, "CERTIFICATE_TYPE_UNKNOWN");
        member.once()
                .post(of(enterprise), certificate("1", today(), null, List.of()))
                .expect(400, "INVALID_FIELDS");
        member.post(of(enterprise), certificate("1", today(), null, files)).expect(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void recognised_enterprises_are_counted_in_the_unit_of_the_day_and_opened_as_a_list() {
        Instant september = Instant.parse("2026-09-15T02:00:00Z");
        clock.set(september);
        IndicatorKey key = new IndicatorKey("certificate.tech_little_giant");
        LocalDate issued = today();
        List<EnterpriseId> enterprises = new ArrayList<>();
        List<String> certificates = new ArrayList<>();
        Api officer = officer();
        for (int i = 0; i < 3; i++) {
            Registered registered = register();
            clock.reset();
            String file = upload(registered.member(), registered.id());
            clock.set(september);
            var said = certificate("KJ-" + i, issued, issued.plusDays(60), List.of(file));
            said.put("type", "tech_little_giant");
            String id = registered
                    .member()
                    .once()
                    .post(of(registered.id()), said)
                    .expect(201)
                    .at("/card/id");
            if (i < 2) verify(officer, id);
            enterprises.add(registered.id());
            certificates.add(id);
        }
        clock.move(Duration.ofDays(30));
        revoke(officer(), certificates.get(1), today());
        officer()
                .post(
                        "/api/v1/desk/enterprises/" + enterprises.get(0) + "/moves",
                        Map.of("unit", LIULIN, "effectiveFrom", today().toString(), "reason", "搬迁（虚构）"))
                .expect(204);

        assertThat(counted(key, issued)).containsExactly(new UnitCount(new RegionCode(DONGGUCHENG), 2));
        assertThat(counted(key, today())).containsExactly(new UnitCount(new RegionCode(LIULIN), 1));
        assertThat(counted(key, issued.minusDays(1))).isEmpty();
        assertThat(counted(key, issued.plusDays(61))).isEmpty();
        assertThat(counted(new IndicatorKey("certificate.champion_product"), today()))
                .isEmpty();
        var time = new YearToDate(COUNTY, Year.of(2026), issued);
        var source = indicators.sourceOf(key).orElseThrow();
        var first = source.members(key, new RegionCode(DONGGUCHENG), time, new PageRequest(null, 1));
        var second = source.members(key, COUNTY, time, new PageRequest(first.next(), 1));
        assertThat(List.of(first.items().get(0).id(), second.items().get(0).id()))
                .containsExactlyInAnyOrder(
                        enterprises.get(0).value(), enterprises.get(1).value());
        assertThat(second.next()).isNull();
    }

    private List<UnitCount> counted(IndicatorKey key, LocalDate day) {
        var figures = indicators.figures(Set.of(key), new YearToDate(COUNTY, Year.of(2026), day));
        return figures.containsKey(key)
                ? Objects.requireNonNull(figures.get(key)).units()
                : List.of();
    }

    private record Registered(EnterpriseId id, Api member) {}

    /** An enterprise that counts for 东古城镇 from today on, as its unit accepted it. */
    private Registered register() {
        Phones.Person person = phones.signIn();
        String registration = person.api()
                .once()
                .post(
                        "/api/v1/registrations",
                        Map.of(
                                "uscc", Usccs.next(),
                                "name", "冠县虚构认定机械有限公司",
                                "operatingUnit", DONGGUCHENG,
                                "countsAt", "OPERATING",
                                "industry", "C34",
                                "contactName", "虚构联系人",
                                "contactPhone", "13800009999",
                                "role", "CLERK"))
                .expect(201)
                .at("/registration");
        String id = staffing.hireFor(DONGGUCHENG)
                .api()
                .post("/api/v1/desk/registrations/" + registration + "/acceptance", Map.of("memberProof", "OFFICER"))
                .expect(200)
                .at("/enterprise");
        return new Registered(EnterpriseId.of(id), person.api());
    }

    private int audited(String action, String object) {
        return database.sql("select count(*) from audit_event where action = :action and object_id = :object")
                .param("action", action)
                .param("object", object)
                .query(Integer.class)
                .single();
    }
}
