package io.qihang.visit.domain;

import io.qihang.platform.mybatis.ColumnType;
import io.qihang.visit.VisitId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    static ColumnType<VisitId> visitIds() {
        return ColumnType.id(VisitId.class, VisitId::new, VisitId::value);
    }

    @Bean
    static ColumnType<PromiseId> promiseIds() {
        return ColumnType.id(PromiseId.class, PromiseId::new, PromiseId::value);
    }

    @Bean
    static ColumnType<PlanId> planIds() {
        return ColumnType.id(PlanId.class, PlanId::new, PlanId::value);
    }

    @Bean
    static ColumnType<PlanViews.NearPlans> nearPlans() {
        return ColumnType.json(PlanViews.NearPlans.class);
    }

    @Bean
    static ColumnType<VisitRows.PromiseLines> visitPromiseLines() {
        return ColumnType.json(VisitRows.PromiseLines.class);
    }

    @Bean
    static ColumnType<VisitRows.TicketLines> visitTicketLines() {
        return ColumnType.json(VisitRows.TicketLines.class);
    }

    @Bean
    static ColumnType<VisitRows.PhotoLines> visitPhotoLines() {
        return ColumnType.json(VisitRows.PhotoLines.class);
    }
}
