package io.qihang.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.embedded.DemoPlan;
import io.qihang.indicator.IndicatorKey;
import io.qihang.indicator.Indicators;
import io.qihang.indicator.YearToDate;
import io.qihang.plan.domain.Plans;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.SqlCount;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Clock;
import java.time.Year;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the plan costs: a few statements, and no more rows read the more enterprises there are. */
@SystemTest
class PlanCostTests {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final IndicatorKey KEY = new IndicatorKey("platform_registration");

    @Autowired
    SqlCount sql;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    Plans plans;

    @Autowired
    Indicators indicators;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private String plan = "";

    @BeforeEach
    void aPlan() {
        limits.forget();
        int year = Times.dayOf(clock.instant()).getYear();
        new DemoPlan(plans, clock).copyTo(year);
        plan = "/api/v1/desk/plans/" + year;
    }

    @Test
    void the_page_takes_one_statement_and_one_for_each_source_and_a_list_at_most_two() {
        Api officer = staffing.hire(Role.COUNTY_OFFICER).api();
        officer.get(plan).expect(200);
        assertThat(sql.of(officer, it -> it.get(plan)))
                .hasSizeBetween(2, 4)
                .noneMatch(it -> it.contains("count(") && !it.contains("from certificate c"));
        for (String list : new String[] {"members", "members?figure=COMPARED", "missing"}) {
            assertThat(sql.of(officer, it -> it.get(plan + "/items/6/units/371525001/" + list)))
                    .hasSizeBetween(1, 2);
        }
        String differences = "/api/v1/desk/platform-listings/differences?county=371525&asOf="
                + Times.dayOf(clock.instant()) + "&found=ONLY_OURS";
        assertThat(sql.of(officer, it -> it.get(differences))).hasSizeBetween(1, 2);
    }

    /** Counted in one transaction that is rolled back. */
    @Test
    void twenty_thousand_more_enterprises_do_not_make_it_read_more() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            add(2_000);
            long few = rowsReadFor(351);
            assertThat(total(352)).isEqualTo(2_000);
            add(20_000);
            long many = rowsReadFor(353);
            assertThat(total(354)).isEqualTo(22_000);
            assertThat(few).isPositive();
            assertThat(many).isLessThanOrEqualTo(few + 19);
        });
    }

    /** As of a day that was not asked before, for a transaction remembers its answers. */
    private int total(int day) {
        var time = new YearToDate(COUNTY, Year.of(2031), Year.of(2031).atDay(day));
        return Objects.requireNonNull(indicators.figures(Set.of(KEY), time).get(KEY))
                .total();
    }

    private long rowsReadFor(int day) {
        long before = rowsRead();
        total(day);
        return rowsRead() - before;
    }

    /** Rows of enterprises and their counts this transaction has read so far. */
    private long rowsRead() {
        return database.sql("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables
                        where relname in ('enterprise', 'enterprise_place', 'enterprise_tally')
                        """).query(Long.class).single();
    }

    /** Enterprises registered over the year in all units, with the counts a recount makes of them. */
    private void add(int number) {
        database.sql("""
                        with fresh as (
                            select gen_random_uuid() as id, u.code, date '2031-01-01' + (n % 350) as day,
                                'X' || lpad((n + :offset)::text, 17, '0') as uscc
                            from generate_series(1, :number) n
                            join (select code, row_number() over (order by code) - 1 as place from region
                                where parent_code = '371525') u on u.place = n % 19),
                        added as (
                            insert into enterprise (id, region_code, uscc, name, name_key, unit_code, accepted_at, version)
                            select id, '371525', uscc, '冠县虚构企业', '冠县虚构企业', code, day, 0 from fresh)
                        insert into enterprise_place (id, region_code, enterprise_id, kind, unit_code, effective_from,
                            recorded_at, recorded_by, reason, applied)
                        select gen_random_uuid(), '371525', id, 'COUNTING', code, day, day, id, '登记', true from fresh
                        """).param("number", number).param("offset", number * 10).update();
        database.sql("delete from enterprise_tally where region_code = '371525' and year = 2031")
                .update();
        database.sql("""
                        insert into enterprise_tally (region_code, year, unit_code, day, total)
                        select region_code, year, unit_code, day, total from enterprise_tally_recount
                        where region_code = '371525' and year = 2031
                        """).update();
    }
}
