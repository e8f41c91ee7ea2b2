package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartGuardTests {

    static List<String> required() {
        return StartGuard.REQUIRED;
    }

    static Set<String> secrets() {
        return StartGuard.SECRET;
    }

    @Test
    void complete_settings_are_let_through() {
        assertThat(reasons(complete())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_missing_setting_is_named(String setting) {
        var settings = complete();
        settings.remove(setting);
        assertThat(reasons(settings)).singleElement().asString().contains("缺少设置 " + setting);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_published_value_is_refused(String setting) {
        var settings = complete();
        settings.put(setting, "minioadmin");
        assertThat(reasons(settings)).singleElement().asString().contains(setting, "公开的示例值");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_short_secret_is_refused(String setting) {
        var settings = complete();
        settings.put(setting, "k1:x7Q");
        assertThat(reasons(settings)).singleElement().asString().contains(setting, "太短");
    }

    @Test
    void what_signs_wechats_pushes_may_be_missing_but_not_be_published() {
        var settings = complete();
        for (String setting : StartGuard.SECRET_IF_GIVEN) {
            settings.put(setting, setting.endsWith("token") ? "AAAAA" : "A".repeat(43));
        }
        assertThat(reasons(settings)).hasSize(2).allMatch(it -> it.contains("公开的示例值"));
        settings.put("qihang.wechat.push-token", "Zq3vR8");
        settings.put("qihang.wechat.aes-key", "Zq3vR8" + "x7".repeat(18) + "y");
        assertThat(reasons(settings)).isEmpty();
    }

    @Test
    void keys_in_files_need_not_stand_in_the_settings() {
        var settings = complete();
        for (String keys : List.of("data-keys", "index-keys", "audit-keys")) {
            settings.remove("qihang.crypto." + keys);
            settings.put("qihang.crypto." + keys + "-file", "/etc/qihang/" + keys);
        }
        assertThat(reasons(settings)).isEmpty();
    }

    @Test
    void the_application_must_not_run_as_the_owner_of_the_database() {
        var settings = complete();
        settings.put("spring.flyway.user", settings.get("spring.datasource.username"));
        assertThat(reasons(settings)).singleElement().asString().contains("不能是同一账号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:9000", "https://localhost", "http://api.weixin.qq.com", "https://evil.example"
            })
    void a_simulator_is_refused(String host) {
        var settings = complete();
        settings.put("qihang.wechat.api-host", host);
        assertThat(reasons(settings)).singleElement().asString().contains("qihang.wechat.api-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.weixin.qq.com", "https://sh.api.weixin.qq.com"})
    void wechats_own_hosts_are_accepted(String host) {
        var settings = complete();
        settings.put("qihang.wechat.api-host", host);
        assertThat(reasons(settings)).isEmpty();
    }

    @Test
    void the_phones_pages_are_refused() {
        var settings = complete();
        settings.put("qihang.miniapp-h5.served", "true");
        assertThat(reasons(settings)).singleElement().asString().contains("qihang.miniapp-h5.served");
        settings.put("qihang.miniapp-h5.served", "false");
        assertThat(reasons(settings)).isEmpty();
    }

    @Test
    void the_example_file_names_every_required_setting_and_holds_no_value() throws IOException {
        var example = Files.readAllLines(Path.of("deploy", "qihang.env.example"));
        for (String setting : StartGuard.REQUIRED) {
            String variable = setting.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
            assertThat(example).as(setting).contains(variable + "=");
        }
    }

    @Nested
    class Without_the_embedded_services_on_the_class_path {

        @Test
        void the_start_fails_and_names_every_wrong_setting() throws IOException, InterruptedException {
            var process = start(Map.of("QIHANG_CRYPTO_DATAKEYS", "d1:changeme"));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(output)
                    .contains("企航拒绝启动")
                    .contains("缺少设置 spring.datasource.url")
                    .contains("设置 qihang.crypto.data-keys 用了公开的示例值")
                    .contains("缺少设置 qihang.crypto.audit-keys");
        }

        private Process start(Map<String, String> variables) throws IOException {
            String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
            String classPath = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(it -> !it.equals(tests))
                    .collect(Collectors.joining(File.pathSeparator));
            var command = new ArrayList<>(
                    List.of(ProcessHandle.current().info().command().orElse("java")));
            command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", classPath));
            command.add(QihangApplication.class.getName());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            return builder.start();
        }
    }

    private static List<String> reasons(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return StartGuard.reasons(environment, StartGuard.publishedSecrets());
    }

    private static Map<String, String> complete() {
        Map<String, String> settings = new HashMap<>();
        for (String setting : StartGuard.REQUIRED) {
            settings.put(setting, "value-of-" + Integer.toHexString(setting.hashCode()) + "-long-enough");
        }
        return settings;
    }
}
