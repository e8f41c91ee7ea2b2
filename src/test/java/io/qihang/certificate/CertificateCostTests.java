package io.qihang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.SqlCount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request costs in SQL statements, everything included. */
class CertificateCostTests extends CertificatePlay {

    @Autowired
    SqlCount sql;

    @Test
    void reading_a_certificate_or_a_page_takes_at_most_two() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        String id = submit(member, enterprise, "A", today(), null);
        officer.get(desk(id)).expect(200);
        member.get(own(id)).expect(200);
        assertThat(sql.of(member, it -> it.get(own(id)))).hasSizeBetween(1, 2);
        assertThat(sql.of(officer, it -> it.get(desk(id)))).hasSizeBetween(1, 2);
        assertThat(sql.of(member, it -> it.get(of(enterprise)))).hasSizeBetween(1, 2);
        assertThat(sql.of(officer, it -> it.get("/api/v1/desk/certificates?limit=100")))
                .hasSizeBetween(1, 2);
    }

    @Test
    void handing_in_takes_at_most_ten_and_verifying_at_most_thirteen() {
        EnterpriseId enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        Api officer = officer();
        String first = submit(member, enterprise, "A", today(), null);
        int version = version(officer, first);
        List<String> files = List.of(upload(member, enterprise), upload(member, enterprise));
        assertThat(sql.of(member.once(), it -> it.post(of(enterprise), certificate("B", today(), null, files))))
                .hasSizeBetween(6, 10);
        assertThat(sql.of(officer, it -> it.post(desk(first) + "/verification", Map.of("seenVersion", version))))
                .hasSizeBetween(6, 13);
    }
}
