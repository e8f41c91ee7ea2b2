package io.qihang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.simulator.WeChatSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorAloneTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private WeChatSimulator run(List<String> arguments, Map<String, String> environment) {
        return SimulatorAlone.run(arguments, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void it_answers_on_its_port_and_says_where() throws IOException, InterruptedException {
        try (var simulator = run(List.of("--simulator-only", "--port=0", "--app-id=wx1"), Map.of())) {
            var page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/_sim/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.body()).startsWith("微信小程序服务端模拟器");
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains(simulator.baseUrl() + "/_sim/", "wx1")
                    .doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void it_does_not_start_in_production() {
        assertThatThrownBy(() -> run(List.of("--port=0"), Map.of("SPRING_PROFILES_ACTIVE", "prod")))
                .hasMessageContaining("正式环境");
    }

    @Test
    void a_port_that_is_none_is_refused() {
        assertThatThrownBy(() -> run(List.of("--port=x"), Map.of())).hasMessageContaining("--port");
    }
}
