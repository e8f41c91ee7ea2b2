package io.qihang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.NewFact;
import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.PolicyRematch;
import io.qihang.testing.Api;
import io.qihang.testing.Figures;
import io.qihang.testing.Firms;
import io.qihang.testing.Staffing;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the audience of a policy with ten conditions takes among 100,000 enterprises, and one enterprise among 1,000 policies. */
@SystemTest
class AudienceBench {

    private static final String COUNTY = "130600";
    private static final int ENTERPRISES = Integer.getInteger("qihang.enterprises", 100_000);
    private static final int POLICIES = 1_000;
    private static final int TIMES = 10;
    private static final int CHANGES = 200;

    @Autowired
    Staffing staffing;

    @Autowired
    Firms firms;

    @Autowired
    FactBook facts;

    @Autowired
    PolicyRematch rematch;

    @Autowired
    Superuser superuser;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Test
    void an_audience_of_a_hundred_thousand_and_a_change_among_a_thousand_policies() throws IOException {
        EnterpriseId model = firms.in(COUNTY);
        record(model, "1000000");
        superuser
                .database()
                .sql("""
                        insert into enterprise (id, region_code, uscc, name, name_key, unit_code, accepted_at, version)
                        select gen_random_uuid(), region_code, 'B' || lpad(n::text, 17, '0'), name || n, name || n, unit_code,
                            accepted_at, 0 from enterprise, generate_series(1, :more) n where id = :model
                        """)
                .param("more", ENTERPRISES - 1)
                .param("model", model.value())
                .update();
        superuser.database().sql("""
                        insert into enterprise_current_facts (enterprise_id, region_code, facts, updated_at)
                        select e.id, e.region_code, f.facts, now() from enterprise e, enterprise_current_facts f
                        where f.enterprise_id = :model and e.uscc like 'B%'
                        """).param("model", model.value()).update();
        superuser.database().sql("analyze").update();
        Api officer = staffing.hire(new RegionCode(COUNTY), Role.COUNTY_OFFICER, null, null)
                .api();
        String draft = draft(officer, "十条（虚构）", 500_000);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(officer.get("/api/v1/desk/policies/" + draft + "/audience")
                            .expect(200)
                            .json()
                            .path("enterprises")
                            .asInt())
                    .isEqualTo(ENTERPRISES);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        Figures.put("audience.100k_s", best);

        String published = draft(officer, "差一点（虚构）", 2_000_000);
        staffing.publish(officer, published);
        superuser
                .database()
                .sql("""
                        insert into policy (id, region_code, lineage, edition, status, particulars, audience, source,
                            published_at, created_at, version)
                        select gen_random_uuid(), region_code, gen_random_uuid(), 1, status, particulars, audience, source,
                            published_at, created_at, 0 from policy, generate_series(2, :policies) where id = :id::uuid
                        """)
                .param("policies", POLICIES)
                .param("id", published)
                .update();
        rematch.run();
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < CHANGES; i++) {
            record(model, Integer.toString(1_000_001 + i));
            long start = System.nanoTime();
            rematch.run();
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
        }
        Figures.put("rematch.1000_ms", fastest);
    }

    private void record(EnterpriseId enterprise, String revenue) {
        transaction.executeWithoutResult(status -> facts.record(List.of(
                fact(enterprise, "revenue", FactValue.of(new BigDecimal(revenue)), "元"),
                fact(enterprise, "employees", FactValue.of(new BigDecimal("120")), "人"),
                fact(enterprise, "above_scale", FactValue.of(true), null),
                fact(enterprise, "land_output_grade", FactValue.of("A"), null),
                fact(enterprise, "size", FactValue.of("中型"), null),
                fact(enterprise, "founded_on", FactValue.of(LocalDate.of(2015, 3, 1)), null))));
    }

    private static NewFact fact(
            EnterpriseId enterprise, String key, FactValue value, @org.jspecify.annotations.Nullable String unit) {
        var source = new FactSource(FactSource.Kind.OFFICER, "bench");
        return new NewFact(enterprise, key, value, unit, source, LocalDate.of(2026, 1, 1), null, null);
    }

    /** Ten conditions, the last of which decides. */
    private static String draft(Api officer, String title, int revenue) {
        List<Map<String, Object>> nine = List.of(
                line("employees", "AT_LEAST", "10", "人"),
                line("employees", "AT_MOST", "1000", "人"),
                line("above_scale", "IS", "true", ""),
                line("land_output_grade", "IS", "A", ""),
                line("size", "IS", "中型", ""),
                line("founded_on", "FOR_YEARS", "3", ""),
                line("founded_on", "NOT_AFTER", "2020-01-01", ""),
                line("revenue", "LESS_THAN", "100000000", "元"),
                line("revenue", "MORE_THAN", "1", "元"));
        List<Object> ten = IntStream.range(0, 10)
                .<Object>mapToObj(
                        it -> it < 9 ? nine.get(it) : line("revenue", "AT_LEAST", Integer.toString(revenue), "元"))
                .toList();
        var content = Map.of(
                "particulars",
                Map.of("kind", "NOTICE", "shortTitle", title),
                "audience",
                Map.of("condition", Map.of("kind", "ALL", "of", ten)),
                "text",
                "一、内容（虚构）");
        return officer.once()
                .post("/api/v1/desk/policies", Map.of("region", COUNTY, "content", content))
                .expect(201)
                .at("/id");
    }

    private static Map<String, Object> line(String fact, String operator, String value, String unit) {
        Map<String, Object> line = Map.of("kind", "FACT", "fact", fact, "operator", operator, "values", List.of(value));
        if (unit.isEmpty()) return line;
        var with = new java.util.HashMap<>(line);
        with.put("unit", unit);
        return with;
    }
}
