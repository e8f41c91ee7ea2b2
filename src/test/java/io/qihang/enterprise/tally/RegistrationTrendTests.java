package io.qihang.enterprise.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A year of which nothing else is known. */
@SystemTest
class RegistrationTrendTests {

    private static final String TREND = "/api/v1/desk/registration-trend/";

    @Autowired
    Staffing staffing;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void countsOfAYear() {
        forget();
        counted("371525001", "2019-01-10", 2);
        counted("371525001", "2019-01-20", 3);
        counted("371525001", "2019-03-05", 2);
        counted("371525002", "2019-12-31", 4);
    }

    @AfterEach
    void forget() {
        database.sql("delete from enterprise_tally where year = 2019").update();
    }

    private void counted(String unit, String day, int total) {
        database.sql("insert into enterprise_tally (region_code, year, unit_code, day, total) "
                        + "values ('371525', 2019, ?, cast(? as date), ?)")
                .params(unit, day, total)
                .update();
    }

    @Test
    void each_unit_shows_what_came_in_each_month_in_the_documents_order() {
        JsonNode trend =
                staffing.hire(Role.LEADER).api().get(TREND + 2019).expect(200).json();
        assertThat(trend.path("upTo").asString("")).isEqualTo("2019-12-31");
        assertThat(trend.path("units").size()).isEqualTo(19);
        assertThat(months(trend, "371525001")).containsExactly(3, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(months(trend, "371525002")).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4);
        Api officer = staffing.hire(Role.COUNTY_OFFICER).api();
        var order =
                units(officer.get("/api/v1/regions/371525/units").expect(200).json(), "code");
        assertThat(units(trend.path("units"), "unit")).isEqualTo(order);
    }

    @Test
    void an_officer_of_a_unit_sees_that_unit_only() {
        JsonNode trend = staffing.hireFor("371525002")
                .api()
                .get(TREND + 2019)
                .expect(200)
                .json();
        assertThat(units(trend.path("units"), "unit")).containsExactly("371525002");
    }

    @Test
    void a_year_that_has_not_begun_is_not_there() {
        staffing.hire(Role.LEADER).api().get(TREND + 9999).expect(404);
    }

    private static List<String> units(JsonNode list, String field) {
        return list.valueStream().map(it -> it.path(field).asString("")).toList();
    }

    private static List<Integer> months(JsonNode trend, String unit) {
        return trend.path("units")
                .valueStream()
                .filter(it -> it.path("unit").asString("").equals(unit))
                .flatMap(it -> it.path("months").valueStream())
                .map(JsonNode::asInt)
                .toList();
    }
}
