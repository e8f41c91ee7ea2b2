package io.qihang.embedded;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Ends the start of the demo with what a person needs to go on. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoBanner {

    /** One paragraph of the banner; each part of the demo adds its own. */
    public interface Line {
        String text(String baseUrl);
    }

    private final Environment environment;
    private final ObjectProvider<Line> lines;

    DemoBanner(Environment environment, ObjectProvider<Line> lines) {
        this.environment = environment;
        this.lines = lines;
    }

    @EventListener
    void ready(ApplicationReadyEvent started) {
        String url = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        String seconds =
                "%.1f".formatted(Objects.requireNonNull(started.getTimeTaken()).toMillis() / 1000.0);
        String parts = lines.orderedStream().map(it -> it.text(url)).collect(Collectors.joining("\n"));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("""

                ────────────────────────────────────────────────────────────
                企航已启动（演示环境，用时 %s 秒，数据均为虚构）
                控制台    %s/console/
                小程序    %s/m/（在浏览器里，?who=甲 换一个人）
                接口文档  %s/docs/（照着流程看，也可以试用）
                %s
                停止      Ctrl+C；清空数据重来：mvn spring-boot:test-run -Dqihang.fresh=true
                ────────────────────────────────────────────────────────────
                """.formatted(seconds, url, url, url, parts));
    }
}
