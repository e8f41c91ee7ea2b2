package io.qihang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Refuses a start with a missing setting, with a secret that stands in the repository, or against a WeChat simulator.
 * Only a class path that carries the embedded services, which no production jar does, is let through.
 */
class StartGuard implements EnvironmentPostProcessor {

    private static final String EMBEDDED = "io.qihang.embedded.EmbeddedServices";

    /** Settings without which nothing works, in the order a person fills them in. */
    static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.data.redis.host",
            "spring.data.redis.password",
            "qihang.crypto.data-keys",
            "qihang.crypto.index-keys",
            "qihang.crypto.audit-keys",
            "qihang.wechat.app-id",
            "qihang.wechat.app-secret",
            "qihang.storage.endpoint",
            "qihang.storage.bucket",
            "qihang.storage.access-key",
            "qihang.storage.secret-key");

    /** Settings whose value nobody else may know or guess. */
    static final Set<String> SECRET = Set.of(
            "spring.datasource.password",
            "spring.flyway.password",
            "spring.data.redis.password",
            "qihang.crypto.data-keys",
            "qihang.crypto.index-keys",
            "qihang.crypto.audit-keys",
            "qihang.wechat.app-secret",
            "qihang.storage.access-key",
            "qihang.storage.secret-key");

    /** Settings that may be missing, but not be known to others. */
    static final List<String> SECRET_IF_GIVEN = List.of("qihang.wechat.push-token", "qihang.wechat.aes-key");

    private static final String WECHAT_HOST = "qihang.wechat.api-host";
    private static final String MINIAPP_PAGES = "qihang.miniapp-h5.served";
    private static final int SHORTEST_SECRET = 12;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (ClassUtils.isPresent(EMBEDDED, getClass().getClassLoader())) return;
        List<String> reasons = reasons(environment, publishedSecrets());
        if (!reasons.isEmpty()) throw new StartRefused(reasons);
    }

    static List<String> reasons(Environment environment, Set<String> published) {
        List<String> reasons = new ArrayList<>();
        for (String setting : REQUIRED) {
            if (isInFile(environment, setting)) continue;
            String value = environment.getProperty(setting, "");
            if (value.isBlank()) {
                reasons.add("缺少设置 " + setting + "（环境变量 " + variable(setting) + "）");
            } else if (SECRET.contains(setting)) {
                refuseKnown(setting, value, published, reasons);
            }
        }
        for (String setting : SECRET_IF_GIVEN) {
            if (published.contains(environment.getProperty(setting, "").toLowerCase(Locale.ROOT))) {
                reasons.add("设置 " + setting + " 用了公开的示例值，请换成自己生成的值");
            }
        }
        if (environment
                .getProperty("spring.datasource.username", "")
                .equals(environment.getProperty("spring.flyway.user", "-"))) {
            reasons.add("spring.datasource.username 与 spring.flyway.user 不能是同一账号：应用不得以数据库属主身份运行");
        }
        refuseSimulator(environment.getProperty(WECHAT_HOST, ""), reasons);
        if (environment.getProperty(MINIAPP_PAGES, Boolean.class, false)) {
            reasons.add("设置 " + MINIAPP_PAGES + " 只给演示用：浏览器里不能用微信登录，正式环境不提供 /m/");
        }
        return reasons;
    }

    /** Keys may lie in a file of their own instead; its reader refuses what is wrong with it. */
    private static boolean isInFile(Environment environment, String setting) {
        return setting.startsWith("qihang.crypto.")
                && !environment.getProperty(setting + "-file", "").isBlank();
    }

    private static void refuseKnown(String setting, String value, Set<String> published, List<String> reasons) {
        String bare = value.substring(value.indexOf(':') + 1);
        if (Stream.of(value, bare).anyMatch(it -> published.contains(it.toLowerCase(Locale.ROOT)))) {
            reasons.add("设置 " + setting + " 用了公开的示例值，请换成自己生成的值");
        } else if (value.length() < SHORTEST_SECRET) {
            reasons.add("设置 " + setting + " 太短，至少 " + SHORTEST_SECRET + " 个字符");
        }
    }

    private static void refuseSimulator(String host, List<String> reasons) {
        if (host.isBlank()) return;
        URI uri = URI.create(host);
        boolean genuine = "https".equals(uri.getScheme())
                && uri.getHost() != null
                && (uri.getHost().equals("api.weixin.qq.com") || uri.getHost().endsWith(".api.weixin.qq.com"));
        if (!genuine) reasons.add("设置 " + WECHAT_HOST + " 不是微信的接口域名，正式环境不能连接模拟器");
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Values that stand anywhere in the repository where a secret belongs; lower case. */
    static Set<String> publishedSecrets() {
        try (var in = new ClassPathResource("published-secrets.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> it.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
