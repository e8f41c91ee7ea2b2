package io.qihang.notification.domain;

import io.qihang.platform.mybatis.ColumnType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    static ColumnType<CampaignText> campaignTexts() {
        return ColumnType.json(CampaignText.class);
    }
}
