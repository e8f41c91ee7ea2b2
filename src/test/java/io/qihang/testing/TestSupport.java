package io.qihang.testing;

import io.qihang.agenda.ExtraRule;
import io.qihang.identity.domain.FirstGrants;
import io.qihang.identity.domain.InitialPassword;
import io.qihang.identity.domain.KeepingAccounts;
import io.qihang.plan.domain.Plans;
import io.qihang.simulator.WeChatSimulator;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests need beside the system itself. */
@TestConfiguration(proxyBeanMethods = false)
public class TestSupport {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Limits limits(StringRedisTemplate redis) {
        return new Limits(redis);
    }

    @Bean
    Superuser superuser(JdbcConnectionDetails database) {
        return new Superuser(database.getJdbcUrl());
    }

    @Bean
    @Lazy
    Operations operations(Api api) {
        return new Operations(api);
    }

    @Bean
    @Lazy
    Staffing staffing(
            KeepingAccounts keeping,
            FirstGrants grants,
            InitialPassword passwords,
            TransactionTemplate transaction,
            Clock clock,
            Api api,
            Limits limits) {
        return new Staffing(keeping, grants, passwords, transaction, clock, api, limits);
    }

    @Bean
    @Lazy
    Phones phones(WeChatSimulator weChat, Api api, Limits limits, Clock clock) {
        return new Phones(weChat, api, limits, clock);
    }

    @Bean
    @Lazy
    Subscribers subscribers(WeChatSimulator weChat, JdbcClient database) {
        return new Subscribers(weChat, database);
    }

    @Bean
    @Lazy
    Api api(Environment environment) {
        return new Api("http://127.0.0.1:" + environment.getProperty("local.server.port"));
    }

    /** A rule of another business, off until a test turns it on. */
    @Bean
    ExtraRule extraRule() {
        return new ExtraRule();
    }

    @Bean
    static SqlCount sqlCount() {
        return new SqlCount();
    }

    /** Every statement of the system goes through the count. */
    @Bean
    static BeanPostProcessor countStatements(SqlCount count) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? count.over(source) : bean;
            }
        };
    }

    @Bean
    static RedisCount redisCount() {
        return new RedisCount();
    }

    /** Every Redis command of the system is heard by the count. */
    @Bean
    static BeanPostProcessor countCommands(RedisCount count) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof LettuceConnectionFactory redis) count.listenTo(redis);
                return bean;
            }
        };
    }

    @Bean
    @Lazy
    Townships townships(
            Staffing staffing,
            Phones phones,
            Firms firms,
            JdbcClient database,
            Plans plans,
            Clock clock,
            Limits limits,
            Api api) {
        return new Townships(staffing, phones, firms, database, plans, clock, limits, api);
    }

    @Bean
    @Lazy
    Firms firms(JdbcClient database, Clock clock) {
        return new Firms(database, clock);
    }
}
