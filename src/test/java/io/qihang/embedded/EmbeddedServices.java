package io.qihang.embedded;

import io.qihang.embedded.docs.DocsServlet;
import io.qihang.simulator.PushSettings;
import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.Template;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.storage.ObjectStoreConnectionDetails;
import io.qihang.wechat.WeChatConnectionDetails;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.xml.JacksonXmlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The embedded services as beans, and the connection details the application would otherwise read from settings. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedServices {

    /** Id of the subscribe message's template for new policies. */
    public static final String POLICY_TEMPLATE = "policy-template-of-the-embedded-wechat-1234";

    /** Id of the template for what becomes of a ticket. */
    public static final String TICKET_TEMPLATE = "ticket-template-of-the-embedded-wechat-12345";

    /** Id of the template for what becomes of a certificate. */
    public static final String CERTIFICATE_TEMPLATE = "certificate-template-of-the-embedded-wechat-";

    private static final Map<String, String> PROGRESS_FIELDS =
            Map.of("thing1", "thing", "phrase2", "phrase", "date3", "date", "thing4", "thing");

    /** Begun when the settings are known, awaited when the first bean needs the database. */
    private static final CompletableFuture<EmbeddedPostgresServer> POSTGRES =
            EmbeddedPostgresServer.startAside(EmbeddedSettings.current());

    private static final CompletableFuture<EmbeddedS3Server> S3 =
            EmbeddedS3Server.startAside(EmbeddedSettings.current());

    /** Lets the servers start while the application is still reading its classes. */
    static void begin() {
        POSTGRES.isDone();
        S3.isDone();
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

    @Bean
    ServletRegistrationBean<DocsServlet> docs() {
        return new ServletRegistrationBean<>(new DocsServlet(), DocsServlet.MAPPING);
    }

    @Bean
    ServletRegistrationBean<DemoPhoneServlet> demoPhone(WeChatSimulator simulator) {
        return new ServletRegistrationBean<>(new DemoPhoneServlet(simulator), DemoPhoneServlet.MAPPING);
    }

    @Bean(destroyMethod = "close")
    WeChatSimulator weChatSimulator(
            @Value("${qihang.wechat.app-id}") String appId, @Value("${qihang.wechat.app-secret}") String appSecret) {
        var settings = EmbeddedSettings.current();
        var simulator = SimulatorSettings.of(appId, appSecret).withPort(settings.simulatorPort());
        var weChat = WeChatSimulator.start(settings.kept() ? simulator.withDataFile(settings.simulator()) : simulator);
        weChat.putTemplate(Template.oneTime(
                POLICY_TEMPLATE, "新政策提醒", Map.of("thing1", "thing", "date2", "date", "thing3", "thing")));
        weChat.putTemplate(Template.oneTime(TICKET_TEMPLATE, "诉求进展提醒", PROGRESS_FIELDS));
        weChat.putTemplate(Template.oneTime(CERTIFICATE_TEMPLATE, "证书核验和到期提醒", PROGRESS_FIELDS));
        return weChat;
    }

    /** The demo's WeChat pushes to the demo, once that listens; a test says itself where to. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> weChatPushesHere(WeChatSimulator simulator) {
        return ready -> {
            var settings = ready.getApplicationContext().getEnvironment();
            if (EmbeddedSettings.current().kept()) {
                simulator.pushTo(PushSettings.secure(
                        "http://127.0.0.1:" + settings.getRequiredProperty("local.server.port") + "/api/v1/wechat/push",
                        settings.getRequiredProperty("qihang.wechat.push-token"),
                        settings.getRequiredProperty("qihang.wechat.aes-key")));
            }
        };
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
    EmbeddedS3Server embeddedS3() {
        return S3.join();
    }

    @Bean
    @Primary
    ObjectStoreConnectionDetails objectStoreConnectionDetails(EmbeddedS3Server s3) {
        return s3.details();
    }

    /** The S3 server brings an XML library along, which no production jar has: here as there, answers are JSON. */
    @Bean
    WebMvcConfigurer noXml() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(
                        all -> all.removeIf(JacksonXmlHttpMessageConverter.class::isInstance));
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
