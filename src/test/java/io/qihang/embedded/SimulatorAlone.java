package io.qihang.embedded;

import io.qihang.simulator.SimulatorSettings;
import io.qihang.simulator.WeChatSimulator;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Only the WeChat simulator, for whoever works on something that talks to WeChat: {@code mvn spring-boot:test-run
 * -Dspring-boot.run.arguments="--simulator-only --port=18080"}. Further arguments: {@code --app-id=}, {@code
 * --app-secret=} and {@code --file=} for a file the state is kept in. Ends with the JVM.
 */
final class SimulatorAlone {

    static final String ARGUMENT = "--simulator-only";
    private static final int PORT = 18_080;
    private static final String APP_ID = "wx0123456789abcdef";
    private static final String APP_SECRET = "0123456789abcdef0123456789abcdef";

    private SimulatorAlone() {}

    /**
     * Starts it and says where it is.
     *
     * @throws IllegalArgumentException when an argument is not understood
     * @throws IllegalStateException with the profile prod
     */
    static WeChatSimulator run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        String profiles = environment.getOrDefault("SPRING_PROFILES_ACTIVE", "")
                + ","
                + System.getProperty("spring.profiles.active", "");
        if (Arrays.asList(profiles.split("[, ]+", -1)).contains("prod")) {
            throw new IllegalStateException("正式环境（prod）不能启动微信模拟器。");
        }
        String port = value(arguments, "port").orElse(String.valueOf(PORT));
        if (!port.matches("\\d{1,5}")) throw new IllegalArgumentException("--port 要写成端口号，例如 --port=18080。");
        var settings = SimulatorSettings.of(
                        value(arguments, "app-id").orElse(APP_ID),
                        value(arguments, "app-secret").orElse(APP_SECRET))
                .withPort(Integer.parseInt(port));
        var file = value(arguments, "file").map(Path::of);
        var simulator = WeChatSimulator.start(file.isPresent() ? settings.withDataFile(file.get()) : settings);
        out.println("微信模拟器已启动：" + simulator.baseUrl() + "/_sim/（AppID " + settings.appid() + "）");
        return simulator;
    }

    /** Runs until the JVM is ended. */
    static void runForever(List<String> arguments) throws InterruptedException {
        var simulator = run(arguments, System.getenv(), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        Thread.currentThread().join();
    }

    private static Optional<String> value(List<String> arguments, String name) {
        String prefix = "--" + name + "=";
        return arguments.stream()
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .findFirst();
    }
}
