package io.qihang.certificate.domain;

import io.qihang.enterprise.FactNaming;
import io.qihang.enterprise.FactTerm;
import io.qihang.enterprise.FactValue;
import io.qihang.platform.RegionCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** What certificates prove, by type and level. */
@Component
class CertificateFacts implements FactNaming {

    private final CertificateTypes types;

    CertificateFacts(CertificateTypes types) {
        this.types = types;
    }

    @Override
    public List<FactTerm> terms(RegionCode county) {
        return types.offered(county).stream()
                .flatMap(type -> type.levels().stream()
                        .map(level -> new FactTerm(
                                level.factKey(type.factKey()),
                                "证书：" + type.name() + "（" + level.label() + "）",
                                FactValue.Type.YES_NO,
                                null,
                                List.of())))
                .toList();
    }
}
