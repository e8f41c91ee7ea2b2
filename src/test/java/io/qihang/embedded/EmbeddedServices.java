package io.qihang.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded services as beans, and the connection details the application would otherwise read from settings. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedServices {

    /** Begun when the settings are known, awaited when the first bean needs the database. */
    private static final CompletableFuture<EmbeddedPostgresServer> POSTGRES =
            EmbeddedPostgresServer.startAside(EmbeddedSettings.current());

    /** Lets the servers start while the application is still reading its classes. */
    static void begin() {
        POSTGRES.isDone();
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgresServer embeddedPostgres() {
        return POSTGRES.join();
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
    EmbeddedRedisServer embeddedRedis(@Value("${" + EmbeddedRedisServer.PASSWORD + "}") String password)
            throws IOException {
        return EmbeddedRedisServer.start(EmbeddedSettings.current(), password);
    }

    @Bean
    DataRedisConnectionDetails redisConnectionDetails(
            EmbeddedRedisServer redis, @Value("${" + EmbeddedRedisServer.PASSWORD + "}") String password) {
        int port = redis.port();
        return new DataRedisConnectionDetails() {
            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public Standalone getStandalone() {
                return Standalone.of("127.0.0.1", port);
            }
        };
    }
}
