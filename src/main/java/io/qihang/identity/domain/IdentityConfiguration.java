package io.qihang.identity.domain;

import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.mybatis.ColumnType;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    static ColumnType<StaffId> staffIds() {
        return ColumnType.id(StaffId.class, StaffId::new, StaffId::value);
    }

    @Bean
    static ColumnType<PersonId> personIds() {
        return ColumnType.id(PersonId.class, PersonId::new, PersonId::value);
    }

    @Bean
    ConsentTexts consentTexts(Clock clock) throws IOException {
        return new ConsentTexts(ConsentTexts.bundled(), clock);
    }

    @Bean
    PasswordPolicy passwordPolicy() {
        return PasswordPolicy.STANDARD;
    }

    @Bean
    PasswordHash passwordHash() {
        return new PasswordHash(PasswordHash.Cost.STANDARD, new SecureRandom());
    }

    @Bean
    PasswordRules passwordRules(PasswordPolicy policy, PasswordHash hash) {
        return new PasswordRules(policy, CommonPasswords.bundled(), hash);
    }

    @Bean
    InitialPassword initialPassword(PasswordPolicy policy, PasswordRules rules) {
        return new InitialPassword(policy, rules, new SecureRandom());
    }
}
