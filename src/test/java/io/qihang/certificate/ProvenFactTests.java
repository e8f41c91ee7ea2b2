package io.qihang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.certificate.domain.ExpiryWatch;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Fact;
import io.qihang.enterprise.FactBook;
import io.qihang.enterprise.FactSource;
import io.qihang.testing.Api;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a verified certificate makes true, from which day to which. */
class ProvenFactTests extends CertificatePlay {

    @Autowired
    FactBook facts;

    @Autowired
    ExpiryWatch watch;

    private EnterpriseId enterprise = new EnterpriseId(new java.util.UUID(0, 0));

    @BeforeEach
    void an_enterprise() {
        enterprise = firms.in(QINGSHUI);
    }

    @Test
    void it_is_true_from_the_day_of_issue_and_says_where_it_is_from() {
        LocalDate issued = today().minusDays(30);
        String id = verified("A", issued, null);
        assertThat(holds(issued.minusDays(1))).isNull();
        assertThat(holds(issued)).isTrue();
        assertThat(holds(today())).isTrue();
        Fact fact = facts.asOf(enterprise, FACT, today()).orElseThrow();
        assertThat(fact.source()).isEqualTo(new FactSource(FactSource.Kind.CERTIFICATE, id));
        assertThat(fact.confirmedBy()).isNotNull();
    }

    @Test
    void it_ends_with_the_validity() {
        LocalDate until = today().plusDays(2);
        verified("A", today().minusDays(30), until);
        clock.move(Duration.ofDays(2));
        watch.run();
        assertThat(holds(until)).isTrue();
        clock.move(Duration.ofDays(1));
        watch.run();
        watch.run();
        assertThat(holds(until)).isTrue();
        assertThat(holds(until.plusDays(1))).isFalse();
        assertThat(facts.current(enterprise).find(FACT).orElseThrow().value().yes())
                .isFalse();
        assertThat(facts.history(enterprise, FACT)).hasSize(2);
    }

    @Test
    void one_that_is_over_when_it_is_verified_was_true_in_its_time() {
        LocalDate issued = today().minusDays(400);
        verified("A", issued, today().minusDays(35));
        assertThat(holds(issued)).isTrue();
        assertThat(holds(today().minusDays(35))).isTrue();
        assertThat(holds(today())).isFalse();
    }

    @Test
    void a_renewal_leaves_no_gap_whichever_was_verified_first() {
        LocalDate start = today().minusDays(400);
        LocalDate end = today().minusDays(35);
        verified("old", start, end);
        assertThat(holds(end.plusDays(1))).isFalse();
        verified("new", end.minusDays(30), today().plusDays(300));
        assertThat(holds(end.plusDays(1))).isTrue();
        assertThat(holds(today())).isTrue();

        enterprise = firms.in(QINGSHUI);
        verified("new", end.minusDays(30), today().plusDays(300));
        verified("old", start, end);
        assertThat(holds(start)).isTrue();
        assertThat(holds(end.plusDays(1))).isTrue();
        assertThat(holds(today())).isTrue();
    }

    @Test
    void a_revoked_one_is_no_longer_true_from_that_day() {
        LocalDate issued = today().minusDays(30);
        String id = verified("A", issued, null);
        revoke(officer(), id, today().minusDays(5));
        assertThat(holds(today().minusDays(6))).isTrue();
        assertThat(holds(today().minusDays(5))).isFalse();
        assertThat(holds(today())).isFalse();
    }

    @Test
    void one_revoked_from_the_day_of_issue_was_never_true() {
        LocalDate issued = today().minusDays(30);
        String id = verified("A", issued, null);
        revoke(officer(), id, issued);
        assertThat(holds(today())).isNull();
    }

    @Test
    void another_that_still_holds_outlives_a_revoked_one() {
        String id = verified("A", today().minusDays(30), null);
        verified("B", today().minusDays(10), null);
        revoke(officer(), id, today().minusDays(5));
        assertThat(holds(today())).isTrue();
    }

    @Test
    void a_revocation_lies_between_issue_and_today() {
        Api officer = officer();
        String id = verified("A", today().minusDays(30), null);
        int version = version(officer, id);
        for (LocalDate day : java.util.List.of(today().minusDays(31), today().plusDays(1))) {
            officer.post(
                            desk(id) + "/revocation",
                            java.util.Map.of("seenVersion", version, "from", day.toString(), "reason", "公告"))
                    .expect(400, "CERTIFICATE_REVOKED_OUTSIDE");
        }
    }

    private String verified(String number, LocalDate issuedOn, @org.jspecify.annotations.Nullable LocalDate until) {
        String id = submit(member(enterprise), enterprise, number, issuedOn, until);
        verify(officer(), id);
        return id;
    }

    private @org.jspecify.annotations.Nullable Boolean holds(LocalDate day) {
        return facts.asOf(enterprise, FACT, day).map(it -> it.value().yes()).orElse(null);
    }
}
