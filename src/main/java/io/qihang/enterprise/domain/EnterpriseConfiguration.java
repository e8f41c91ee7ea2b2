package io.qihang.enterprise.domain;

import io.qihang.enterprise.CurrentFacts;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EnterpriseConfiguration {

    @Bean
    static ColumnType<EnterpriseId> enterpriseIds() {
        return ColumnType.id(EnterpriseId.class, EnterpriseId::new, EnterpriseId::value);
    }

    @Bean
    static ColumnType<RegistrationId> registrationIds() {
        return ColumnType.id(RegistrationId.class, RegistrationId::new, RegistrationId::value);
    }

    @Bean
    static ColumnType<MembershipId> membershipIds() {
        return ColumnType.id(MembershipId.class, MembershipId::new, MembershipId::value);
    }

    @Bean
    static ColumnType<FactValue> factValues() {
        return ColumnType.json(FactValue.class);
    }

    @Bean
    static ColumnType<CurrentFacts> currentFacts() {
        return ColumnType.json(CurrentFacts.class);
    }

    @Bean
    static ColumnType<RegisterFacts> registerFacts() {
        return ColumnType.json(RegisterFacts.class);
    }

    @Bean
    static ColumnType<Uscc> usccs() {
        return ColumnType.text(Uscc.class, Uscc::new, Uscc::value);
    }
}
