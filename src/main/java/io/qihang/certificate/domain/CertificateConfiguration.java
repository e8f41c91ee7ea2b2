package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateId;
import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    static ColumnType<CertificateId> certificateIds() {
        return ColumnType.id(CertificateId.class, CertificateId::new, CertificateId::value);
    }

    @Bean
    static ColumnType<CertificateRecord.Steps> certificateSteps() {
        return ColumnType.json(CertificateRecord.Steps.class);
    }
}
