package io.qihang.embedded;

import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.wechat.WeChatConnectionDetails;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The embedded services as beans, and the connection details the application would otherwise read from settings. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedServices {

    @Bean(destroyMethod = "close")
    EmbeddedPostgresServer embeddedPostgres() throws IOException, SQLException {
        return EmbeddedPostgresServer.start(EmbeddedSettings.current());
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgresServer postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedPostgresServer.RUNTIME_ROLE;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(EmbeddedPostgresServer postgres) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedPostgresServer.OWNER_ROLE;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }

    @Bean(destroyMethod = "close")
    WeChatSimulator weChatSimulator(
            @Value("${qihang.wechat.app-id}") String appId, @Value("${qihang.wechat.app-secret}") String appSecret) {
        var settings = EmbeddedSettings.current();
        var simulator = SimulatorSettings.of(appId, appSecret).withPort(settings.simulatorPort());
        return WeChatSimulator.start(settings.kept() ? simulator.withDataFile(settings.simulator()) : simulator);
    }

    @Bean
    @Primary
    WeChatConnectionDetails weChatConnectionDetails(
            WeChatSimulator simulator,
            @Value("${qihang.wechat.app-id}") String appId,
            @Value("${qihang.wechat.app-secret}") String appSecret) {
        return new WeChatConnectionDetails() {
            @Override
            public String appId() {
                return appId;
            }

            @Override
            public String appSecret() {
                return appSecret;
            }

            @Override
            public String apiHost() {
                return simulator.baseUrl();
            }
        };
    }

    @Bean
    DemoBanner.Line weChatLine(WeChatSimulator simulator) {
        return url -> """
                微信模拟器 %1$s/_sim/（说明页）
                登录      取登录码：curl -X POST %1$s/_sim/login-codes -d '{}'
                          换 token：curl -X POST %2$s/api/v1/sign-in -H 'Content-Type: application/json' -d '{"code":"上一步的 code"}'""".formatted(simulator.baseUrl(), url);
    }

    @Bean(destroyMethod = "close")
    EmbeddedRedisServer embeddedRedis() throws IOException {
        return EmbeddedRedisServer.start(EmbeddedSettings.current());
    }

    @Bean
    DataRedisConnectionDetails redisConnectionDetails(EmbeddedRedisServer redis) {
        int port = redis.port();
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return Standalone.of("127.0.0.1", port);
            }
        };
    }
}
