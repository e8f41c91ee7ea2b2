package io.qihang.notification.domain;

import io.qihang.platform.mybatis.ColumnType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    static ColumnType<CampaignText> campaignTexts() {
        return ColumnType.json(CampaignText.class);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService messageSenders() {
        return Executors.newFixedThreadPool(MessageSending.SENDERS);
    }
}
