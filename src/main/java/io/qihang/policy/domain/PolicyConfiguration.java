package io.qihang.policy.domain;

import io.qihang.platform.mybatis.ColumnType;
import io.qihang.policy.PolicyId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    static ColumnType<PolicyId> policyIds() {
        return ColumnType.id(PolicyId.class, PolicyId::new, PolicyId::value);
    }

    @Bean
    static ColumnType<Particulars> particulars() {
        return ColumnType.json(Particulars.class);
    }

    @Bean
    static ColumnType<Audience> audiences() {
        return ColumnType.json(Audience.class);
    }
}
