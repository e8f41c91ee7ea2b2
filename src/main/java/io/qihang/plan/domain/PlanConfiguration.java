package io.qihang.plan.domain;

import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    static ColumnType<PlanSources> planSources() {
        return ColumnType.json(PlanSources.class);
    }

    @Bean
    static ColumnType<Plan.Items> planItems() {
        return ColumnType.json(Plan.Items.class);
    }

    @Bean
    static ColumnType<Plan.Targets> planTargets() {
        return ColumnType.json(Plan.Targets.class);
    }
}
