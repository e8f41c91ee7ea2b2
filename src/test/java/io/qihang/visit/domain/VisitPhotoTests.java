package io.qihang.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
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
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos of visits: not taken unless the county says so, and then no duty. */
@SystemTest
class VisitPhotoTests {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final String QINGSHUI = "371525104";
    private static final String IN_FIELD = "/api/v1/field/uploads/";

    @Autowired
    VisitSettings settings;

    @Autowired
    VisitSettingMapper mapper;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @Autowired
    SqlCount sql;

    private final Staffing staffing;
    private final Firms firms;
    private final Phones phones;
    private final Api phone;
    private final EnterpriseId enterprise;
    private final UUID clientId = UUID.randomUUID();

    VisitPhotoTests(
            @Autowired Staffing staffing,
            @Autowired Firms firms,
            @Autowired Phones phones,
            @Autowired MovableClock clock) {
        this.staffing = staffing;
        this.firms = firms;
        this.phones = phones;
        var staff = staffing.hire(Role.COMMISSIONER);
        phone = phones.bound(staff).api();
        enterprise = firms.in(QINGSHUI);
        firms.assign(enterprise, staff.id(), Times.dayOf(clock.instant()));
    }

    @BeforeEach
    void where_photos_are_taken() {
        limits.forget();
        mapper.put(COUNTY, new VisitSettings.Setting(false, 24, 60, true, null, 7, 30, 10, "县里规定"));
        settings.forget();
    }

    @AfterEach
    void as_it_was() {
        clock.reset();
        database.sql("delete from visit_setting where region_code = '371525'").update();
        settings.forget();
    }

    private String visit() {
        return "/api/v1/visits/" + clientId;
    }

    private Api.Reply tell(int revision, String said) {
        return phone.put(
                visit(),
                Map.of(
                        "revision", revision,
                        "enterprise", enterprise,
                        "visitedAt", clock.instant().minusSeconds(60).toString(),
                        "kind", "ON_SITE",
                        "said", said));
    }

    private String photo() {
        return SentFiles.photo(phone, visit() + "/photo-files", IN_FIELD);
    }

    private String added() {
        String photo = photo();
        phone.put(visit() + "/photos/" + photo, "").expect(204);
        return photo;
    }

    @Test
    void where_the_county_takes_none_the_phone_is_told_and_the_photo_refused() {
        database.sql("delete from visit_setting where region_code = '371525'").update();
        settings.forget();
        assertThat(phone.get("/api/v1/field/visit-rules").expect(200).at("/photos"))
                .isEqualTo("false");
        tell(1, "看了新线。").expect(201);
        phone.post(visit() + "/photo-files", SentFiles.asked("a.jpg", "image/jpeg", 9))
                .expect(400, "VISIT_PHOTOS_OFF");
        phone.put(visit() + "/photos/" + UUID.randomUUID(), "").expect(400, "VISIT_PHOTOS_OFF");
    }

    @Test
    void a_photo_follows_the_visit_stays_through_later_tellings_and_is_seen_by_who_sees_the_visit() {
        phone.post(visit() + "/photo-files", SentFiles.asked("a.jpg", "image/jpeg", 9))
                .expect(404, "NOT_FOUND");
        String id = tell(1, "看了新线。").expect(201).at("/visit");
        String photo = added();
        phone.put(visit() + "/photos/" + photo, "").expect(204);
        tell(2, "看了新线，月底投产。").expect(200);
        tell(1, "看了新线。").expect(200);
        assertThat(phone.get(visit()).expect(200).at("/photos/0/id")).isEqualTo(photo);
        assertThat(phone.get(visit()).expect(200).json().path("photos").size()).isEqualTo(1);
        phone.post(visit() + "/photos/" + photo + "/link", "").expect(200);

        Api officer = staffing.hireFor(QINGSHUI).api();
        String desk = "/api/v1/desk/visits/" + id;
        assertThat(officer.get(desk).expect(200).at("/photos/0/id")).isEqualTo(photo);
        var link = officer.post(desk + "/photos/" + photo + "/link", "").expect(200);
        assertThat(FormPost.open(link.at("/url")).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        assertThat(database.sql("select count(*) from audit_event where action = 'file.link' and object_id = ?")
                        .param(photo)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        staffing.hireFor("371525103")
                .api()
                .post(desk + "/photos/" + photo + "/link", "")
                .expect(404, "NOT_FOUND");
    }

    @Test
    void three_are_enough_and_after_the_time_for_changes_none_is_taken() {
        tell(1, "看了新线。").expect(201);
        String first = added();
        added();
        String third = photo();
        clock.move(Duration.ofHours(25));
        limits.forget();
        phone.put(visit() + "/photos/" + third, "").expect(409, "VISIT_CLOSED");
        phone.put(visit() + "/photos/" + first, "").expect(204);
        clock.reset();
        phone.put(visit() + "/photos/" + third, "").expect(204);
        phone.put(visit() + "/photos/" + photo(), "").expect(409, "VISIT_PHOTOS_FULL");
    }

    @Test
    void only_the_author_adds_and_only_what_was_sent_for_it() {
        String id = tell(1, "看了新线。").expect(201).at("/visit");
        String photo = added();
        Api other = phones.bound(staffing.hire(Role.COMMISSIONER)).api();
        other.post(visit() + "/photo-files", SentFiles.asked("a.jpg", "image/jpeg", 9))
                .expect(404, "NOT_FOUND");
        other.put(visit() + "/photos/" + photo, "").expect(404, "NOT_FOUND");
        other.post(visit() + "/photos/" + photo + "/link", "").expect(404, "NOT_FOUND");
        String forTicket =
                SentFiles.photo(phone, "/api/v1/field/enterprises/" + enterprise + "/ticket-files", IN_FIELD);
        phone.put(visit() + "/photos/" + forTicket, "").expect(409, "FILES_NOT_READY");
        phone.post(visit() + "/photo-files", SentFiles.asked("a.pdf", "application/pdf", 9))
                .expect(400, "FILE_TYPE_REFUSED");
        var member = phones.signIn();
        firms.join(enterprise, member.id());
        assertThat(member.api()
                        .get("/api/v1/enterprises/" + enterprise + "/visits")
                        .expect(200)
                        .text())
                .contains(id)
                .doesNotContain(photo);
    }

    @Test
    void a_visit_with_photos_is_read_in_two_statements() {
        tell(1, "看了新线。").expect(201);
        added();
        assertThat(sql.of(phone, it -> it.get(visit()))).hasSizeBetween(1, 2);
    }
}
