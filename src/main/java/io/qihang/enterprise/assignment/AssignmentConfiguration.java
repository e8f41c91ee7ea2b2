package io.qihang.enterprise.assignment;

import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    @Bean
    static ColumnType<AssignmentId> assignmentIds() {
        return ColumnType.id(AssignmentId.class, AssignmentId::new, AssignmentId::value);
    }

    @Bean
    static ColumnType<ActingId> actingIds() {
        return ColumnType.id(ActingId.class, ActingId::new, ActingId::value);
    }

    @Bean
    static ColumnType<RoundId> roundIds() {
        return ColumnType.id(RoundId.class, RoundId::new, RoundId::value);
    }
}
