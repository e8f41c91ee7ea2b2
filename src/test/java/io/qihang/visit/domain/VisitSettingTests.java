package io.qihang.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Firms;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds where a county has said nothing else, and what changes when it says so. */
@SystemTest
class VisitSettingTests {

    private static final RegionCode COUNTY = new RegionCode("371525");

    @Autowired
    VisitSettings settings;

    @Autowired
    VisitSettingMapper mapper;

    @Autowired
    JdbcClient database;

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    MovableClock clock;

    @AfterEach
    void as_it_was() {
        database.sql("delete from visit_setting where region_code = '371525'").update();
        settings.forget();
    }

    @Test
    void by_default_no_place_is_kept_and_the_numbers_await_the_county() {
        assertThat(settings.of(COUNTY))
                .isEqualTo(new VisitSettings.Setting(false, 24, 60, false, null, 7, 30, 10, "默认，待县确认"));
    }

    @Test
    void where_the_county_allows_a_place_it_is_sealed_and_shown_to_the_author_only() {
        mapper.put(COUNTY, new VisitSettings.Setting(true, 24, 60, false, null, 7, 30, 10, "县里规定"));
        settings.forget();
        var staff = staffing.hire(Role.COMMISSIONER);
        var phone = phones.bound(staff).api();
        var enterprise = firms.in("371525104");
        firms.assign(enterprise, staff.id(), Times.dayOf(clock.instant()));
        assertThat(phone.get("/api/v1/field/visit-rules").expect(200).at("/place"))
                .isEqualTo("true");
        UUID clientId = UUID.randomUUID();
        String visit = phone.put(
                        "/api/v1/visits/" + clientId,
                        Map.of(
                                "revision",
                                1,
                                "enterprise",
                                enterprise,
                                "visitedAt",
                                clock.instant().toString(),
                                "kind",
                                "ON_SITE",
                                "said",
                                "看了新线。",
                                "place",
                                Map.of("latitude", 36.4812, "longitude", 115.4426)))
                .expect(201)
                .at("/visit");
        assertThat(phone.get("/api/v1/visits/" + clientId).expect(200).at("/place/latitude"))
                .isEqualTo("36.4812");
        assertThat(staffing.hire(Role.COUNTY_OFFICER)
                        .api()
                        .get("/api/v1/desk/visits/" + visit)
                        .expect(200)
                        .text())
                .doesNotContain("36.4812");
        assertThat(database.sql("select place from visit where client_id = :id")
                        .param("id", clientId)
                        .query(String.class)
                        .single())
                .startsWith("v1.");
    }
}
