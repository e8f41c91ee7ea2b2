package io.qihang.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings of a run on embedded services. */
class EmbeddedEnvironment implements EnvironmentPostProcessor {

    /** What a busy laptop may take to the first answer of a Redis that was started a moment ago. */
    private static final String SLOW_MACHINE = "3s";

    private static final List<String> QUIET =
            List.of("io.zonky", "org.flywaydb", "org.apache.catalina", "org.springframework", "com.zaxxer", "org.gaul");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> settings = new HashMap<>(EmbeddedSecrets.of(EmbeddedSettings.current()));
        settings.put("qihang.database.runtime-role", EmbeddedPostgresServer.RUNTIME_ROLE);
        settings.put("qihang.miniapp-h5.served", "true");
        settings.put("springdoc.api-docs.enabled", "true");
        settings.put("spring.data.redis.timeout", "3s");
        settings.put("spring.data.redis.connect-timeout", "5s");
        settings.put("server.address", "127.0.0.1");
        settings.put("qihang.notification.templates.policy.id", EmbeddedServices.POLICY_TEMPLATE);
        settings.put("qihang.notification.templates.ticket.id", EmbeddedServices.TICKET_TEMPLATE);
        settings.put("qihang.notification.templates.certificate.id", EmbeddedServices.CERTIFICATE_TEMPLATE);
        settings.put("management.server.port", "0");
        settings.put("spring.data.redis.timeout", SLOW_MACHINE);
        for (String chatty : QUIET) settings.put("logging.level." + chatty, "WARN");
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("embedded", settings));
    }
}
