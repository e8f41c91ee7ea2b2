package io.qihang.agenda.domain;

import io.qihang.agenda.TaskId;
import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgendaConfiguration {

    @Bean
    static ColumnType<TaskId> taskIds() {
        return ColumnType.id(TaskId.class, TaskId::new, TaskId::value);
    }
}
