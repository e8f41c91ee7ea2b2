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

    @Bean
    static ColumnType<DeliveryResults> deliveryResults() {
        return ColumnType.json(DeliveryResults.class);
    }

    @Bean
    static ColumnType<SubscriptionMapper.Accounts> subscriptionAccounts() {
        return ColumnType.json(SubscriptionMapper.Accounts.class);
    }
}
