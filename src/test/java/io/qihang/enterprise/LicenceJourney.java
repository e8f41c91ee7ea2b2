package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.domain.Listing;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.FormPost;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.SqlCount;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The photo of the licence: who is asked for it, who may prove themselves by it, who looks at it. */
@SystemTest
class LicenceJourney {

    private static final String QINGSHUI = "371525104";
    private static final String LIULIN = "371525103";

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Firms firms;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    SqlCount sql;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final String uscc = Usccs.next();
    private final String name = "冠县虚构照片" + uscc.substring(10, 17) + "有限公司";

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    private Map<String, Object> form() {
        return Map.of(
                "uscc", uscc,
                "name", name,
                "operatingUnit", QINGSHUI,
                "countsAt", "OPERATING",
                "industry", "C34",
                "contactName", "虚构联系人",
                "contactPhone", "13800009999",
                "role", "CLERK");
    }

    private Api.Reply register(Phones.Person person) {
        return person.api().once().post("/api/v1/registrations", form()).expect(201);
    }

    private static String own(String registration) {
        return "/api/v1/registrations/" + registration;
    }

    private static String desk(String registration) {
        return "/api/v1/desk/registrations/" + registration;
    }

    /** Uploads a photo and sends it with the registration; returns the file. */
    private static String send(Api person, String path) {
        String file = SentFiles.photo(person, path + "/licence-files");
        person.put(path + "/licence", Map.of("file", file)).expect(204);
        return file;
    }

    private boolean isKept(String file) {
        return database.sql("select owner is not null from stored_file where id = cast(? as uuid)")
                .param(file)
                .query(Boolean.class)
                .single();
    }

    @Nested
    class With_a_registration_under_review {

        private final Phones.Person boss = phones.signIn();
        private final Api officer = staffing.hireFor(QINGSHUI).api();
        private final String registration = registered();

        private String registered() {
            var answer = register(boss);
            assertThat(answer.at("/licenceRequired")).isEqualTo("true");
            assertThat(answer.at("/licenceHelps")).isEqualTo("false");
            return answer.at("/registration");
        }

        @Test
        void the_officer_checks_it_beside_the_form_and_it_proves_the_member() {
            accept("LICENCE").expect(409, "LICENCE_MISSING");
            String file = send(boss.api(), own(registration));
            boss.api().put(own(registration) + "/licence", Map.of("file", file)).expect(204);
            assertThat(boss.api().get("/api/v1/registrations/mine").expect(200).at("/items/0/licenceSentAt"))
                    .isNotEmpty();
            boss.api().post(own(registration) + "/licence/link", "").expect(200);
            assertThat(officer.get(desk(registration)).expect(200).at("/licenceSentAt"))
                    .isNotEmpty();
            accept("LICENCE").expect(409, "LICENCE_NOT_OPENED");

            String link = officer.post(desk(registration) + "/licence/link", "")
                    .expect(200)
                    .at("/url");
            assertThat(FormPost.open(link).headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(audited("file.link", file)).isEqualTo(2);
            assertThat(audited("registration.licence", registration)).isEqualTo(2);

            String enterprise = accept("LICENCE").expect(200).at("/enterprise");
            assertThat(boss.api()
                            .get("/api/v1/enterprises/" + enterprise)
                            .expect(200)
                            .at("/proofName"))
                    .isEqualTo("已核营业执照");
            boss.api().put(own(registration) + "/licence", Map.of("file", file)).expect(409, "LICENCE_NOT_WANTED");
            assertThat(isKept(file)).isTrue();
        }

        @Test
        void another_officer_who_has_not_opened_it_may_not_say_it_was_checked() {
            send(boss.api(), own(registration));
            officer.post(desk(registration) + "/licence/link", "").expect(200);
            staffing.hireFor(QINGSHUI)
                    .api()
                    .post(desk(registration) + "/acceptance", Map.of("memberProof", "LICENCE"))
                    .expect(409, "LICENCE_NOT_OPENED");
        }

        @Test
        void it_is_replaced_after_a_return_and_has_to_be_opened_anew() {
            String blurred = send(boss.api(), own(registration));
            officer.post(desk(registration) + "/licence/link", "").expect(200);
            officer.post(desk(registration) + "/return", Map.of("reasons", List.of("LICENCE_UNREADABLE")))
                    .expect(204);
            String clear = send(boss.api(), own(registration));
            boss.api().once().post(own(registration) + "/resubmission", form()).expect(200);
            assertThat(isKept(blurred)).isFalse();
            assertThat(isKept(clear)).isTrue();
            accept("LICENCE").expect(409, "LICENCE_NOT_OPENED");
            officer.post(desk(registration) + "/licence/link", "").expect(200);
            accept("LICENCE").expect(200);
        }

        @Test
        void a_person_accepted_without_a_proof_is_confirmed_by_the_same_photo_later() {
            send(boss.api(), own(registration));
            String enterprise = accept(null).expect(200).at("/enterprise");
            String members = "/api/v1/desk/enterprises/" + enterprise + "/members";
            String member = members + "/" + officer.get(members).expect(200).at("/0/membership");
            assertThat(officer.get(members).expect(200).at("/0/licenceSentAt")).isNotEmpty();
            officer.post(member + "/licence/link", "").expect(200);
            officer.post(member + "/confirmation", Map.of("proof", "LICENCE")).expect(204);
        }

        @Test
        void a_file_of_another_person_or_another_purpose_and_a_pdf_are_refused() {
            var other = phones.signIn();
            var enterprise = firms.in(QINGSHUI);
            firms.join(enterprise, boss.id());
            firms.joinUnconfirmed(enterprise, other.id());
            String foreign = SentFiles.photo(other.api(), "/api/v1/enterprises/" + enterprise + "/licence-files");
            String certificate =
                    SentFiles.photo(boss.api(), "/api/v1/enterprises/" + enterprise + "/certificate-files");
            String used = send(boss.api(), own(otherRegistration()));
            for (String file : List.of(foreign, certificate, used)) {
                boss.api()
                        .put(own(registration) + "/licence", Map.of("file", file))
                        .expect(409, "FILES_NOT_READY");
            }
            boss.api()
                    .post(own(registration) + "/licence-files", SentFiles.asked("执照.pdf", "application/pdf", 9))
                    .expect(400, "FILE_TYPE_REFUSED");
        }

        @Test
        void nobody_else_finds_it() {
            String file = send(boss.api(), own(registration));
            Api stranger = phones.signIn().api();
            stranger.post(own(registration) + "/licence-files", SentFiles.asked("a.jpg", "image/jpeg", 9))
                    .expect(404, "NOT_FOUND");
            stranger.put(own(registration) + "/licence", Map.of("file", file)).expect(404, "NOT_FOUND");
            stranger.post(own(registration) + "/licence/link", "").expect(404, "NOT_FOUND");
            staffing.hireFor(LIULIN)
                    .api()
                    .post(desk(registration) + "/licence/link", "")
                    .expect(404, "NOT_FOUND");
            staffing.hire(Role.LEADER)
                    .api()
                    .post(desk(registration) + "/licence/link", "")
                    .expect(403, "FORBIDDEN");
        }

        @Test
        void reading_it_still_costs_at_most_two_statements() {
            send(boss.api(), own(registration));
            officer.get(desk(registration)).expect(200);
            assertThat(sql.of(officer, it -> it.get(desk(registration)))).hasSizeBetween(1, 2);
            assertThat(sql.of(boss.api(), it -> it.get("/api/v1/registrations/mine")))
                    .hasSizeBetween(1, 2);
        }

        private String otherRegistration() {
            Map<String, Object> form = new HashMap<>(form());
            form.put("uscc", Usccs.next());
            return boss.api()
                    .once()
                    .post("/api/v1/registrations", form)
                    .expect(201)
                    .at("/registration");
        }

        private Api.Reply accept(@org.jspecify.annotations.Nullable String proof) {
            return officer.post(
                    desk(registration) + "/acceptance", proof == null ? Map.of() : Map.of("memberProof", proof));
        }
    }

    @Nested
    class When_the_register_matched {

        private final Phones.Person stranger = phones.signIn();
        private final Api officer = staffing.hireFor(QINGSHUI).api();
        private final String registration;
        private final String enterprise;

        When_the_register_matched() {
            new Listing(database, vault).add(uscc, name, QINGSHUI, null);
            var answer = register(stranger);
            assertThat(answer.at("/result")).isEqualTo("ACCEPTED");
            assertThat(answer.at("/licenceRequired")).isEqualTo("false");
            assertThat(answer.at("/licenceHelps")).isEqualTo("true");
            registration = answer.at("/registration");
            enterprise = answer.at("/enterprise");
        }

        private String own() {
            return "/api/v1/enterprises/" + enterprise;
        }

        private String member() {
            String members = "/api/v1/desk/enterprises/" + enterprise + "/members";
            return members + "/" + officer.get(members).expect(200).at("/0/membership");
        }

        @Test
        void the_registration_wants_none() {
            stranger.api()
                    .post(
                            LicenceJourney.own(registration) + "/licence-files",
                            SentFiles.asked("a.jpg", "image/jpeg", 9))
                    .expect(409, "LICENCE_NOT_WANTED");
        }

        @Test
        void the_self_reported_person_may_be_confirmed_by_one_they_send() {
            officer.post(member() + "/confirmation", Map.of("proof", "LICENCE")).expect(409, "LICENCE_MISSING");
            String first = send(stranger.api(), own());
            String second = send(stranger.api(), own());
            assertThat(isKept(first)).isFalse();
            stranger.api().post(own() + "/licence/link", "").expect(200);
            assertThat(stranger.api().get(own()).expect(200).at("/licenceSentAt"))
                    .isNotEmpty();
            officer.post(member() + "/licence/link", "").expect(200);
            officer.post(member() + "/confirmation", Map.of("proof", "LICENCE")).expect(204);
            assertThat(stranger.api().get(own()).expect(200).at("/proofName")).isEqualTo("已核营业执照");
            stranger.api().put(own() + "/licence", Map.of("file", second)).expect(409, "LICENCE_NOT_WANTED");
        }

        @Test
        void an_officer_who_saw_the_licence_in_person_says_so_without_a_photo() {
            officer.post(member() + "/confirmation", Map.of("proof", "OFFICER")).expect(204);
            assertThat(stranger.api().get(own()).expect(200).at("/proofName")).isEqualTo("工作人员确认");
        }

        @Test
        void a_refused_person_s_photo_goes() {
            String file = send(stranger.api(), own());
            officer.post(member() + "/refusal", Map.of("reason", "不是这家企业的人")).expect(204);
            assertThat(isKept(file)).isFalse();
        }

        @Test
        void the_commissioner_who_looks_after_the_enterprise_checks_it_on_the_phone() {
            send(stranger.api(), own());
            var staff = staffing.hire(Role.COMMISSIONER);
            Api phone = phones.bound(staff).api();
            String member = member().replace("/desk/", "/field/");
            phone.post(member + "/licence/link", "").expect(404, "NOT_FOUND");
            firms.assign(EnterpriseId.of(enterprise), staff.id(), Times.dayOf(clock.instant()));
            phone.once()
                    .post(member + "/confirmation", Map.of("proof", "LICENCE"))
                    .expect(409, "LICENCE_NOT_OPENED");
            phone.post(member + "/licence/link", "").expect(200);
            phone.once()
                    .post(member + "/confirmation", Map.of("proof", "LICENCE"))
                    .expect(200);
        }

        @Test
        void nobody_else_finds_it() {
            String file = send(stranger.api(), own());
            Api other = phones.signIn().api();
            other.post(own() + "/licence-files", SentFiles.asked("a.jpg", "image/jpeg", 9))
                    .expect(404, "NOT_FOUND");
            other.put(own() + "/licence", Map.of("file", file)).expect(404, "NOT_FOUND");
            other.post(own() + "/licence/link", "").expect(404, "NOT_FOUND");
            staffing.hireFor(LIULIN).api().post(member() + "/licence/link", "").expect(404, "NOT_FOUND");
        }
    }

    @Test
    void a_person_proven_by_the_register_s_phone_needs_no_photo() {
        new Listing(database, vault).add(uscc, name, QINGSHUI, "13700000091");
        var answer = register(phones.signIn("13700000091"));
        assertThat(answer.at("/licenceRequired")).isEqualTo("false");
        assertThat(answer.at("/licenceHelps")).isEqualTo("false");
    }

    private int audited(String action, String object) {
        return database.sql("select count(*) from audit_event where action = :action and object_id = :object")
                .param("action", action)
                .param("object", object)
                .query(Integer.class)
                .single();
    }
}
