package io.qihang.calendar;

import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    static ColumnType<HoursData.SeasonList> seasons() {
        return ColumnType.json(HoursData.SeasonList.class);
    }

    @Bean
    static ColumnType<DeadlineProfileMapper.StepList> deadlineSteps() {
        return ColumnType.json(DeadlineProfileMapper.StepList.class);
    }
}
