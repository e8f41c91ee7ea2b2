package io.qihang.testing;

import io.qihang.QihangApplication;
import io.qihang.simulator.WeChatSimulator;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.core.env.Environment;

/** A JVM of its own with the production class path, settings and nothing else; can be killed like one. */
public final class ProductionProcess {

    private final Map<String, String> settings = new TreeMap<>();
    private final Path folder;
    private @Nullable Path jar;
    private boolean testClasses;
    private List<String> options = List.of();
    private final int port = freePort();
    private final int managementPort = freePort();

    public ProductionProcess(String databaseUrl, DataRedisConnectionDetails redis, Path folder) {
        this.folder = folder;
        var standalone = java.util.Objects.requireNonNull(redis.getStandalone());
        settings.put("server.port", String.valueOf(port));
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", String.valueOf(managementPort));
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.datasource.username", "qihang_app");
        settings.put("spring.datasource.password", secret(18));
        settings.put("spring.flyway.user", "qihang_owner");
        settings.put("spring.flyway.password", secret(18));
        settings.put("spring.data.redis.host", standalone.getHost());
        settings.put("spring.data.redis.port", String.valueOf(standalone.getPort()));
        settings.put("spring.data.redis.database", "1");
        settings.put("spring.data.redis.password", String.valueOf(redis.getPassword()));
        settings.put("qihang.crypto.data-keys", "p1:" + secret(16));
        settings.put("qihang.crypto.index-keys", "p2:" + secret(32));
        settings.put("qihang.crypto.audit-keys", "p3:" + secret(32));
        settings.put("qihang.wechat.app-id", "wx" + "0123456789abcdef");
        settings.put("qihang.wechat.app-secret", secret(24));
        settings.put("qihang.storage.endpoint", "http://127.0.0.1:1");
        settings.put("qihang.storage.bucket", "files");
        settings.put("qihang.storage.access-key", secret(15));
        settings.put("qihang.storage.secret-key", secret(24));
    }

    /** The same process with one more setting. */
    public ProductionProcess with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** The same process with the keys of the running tests, so that it knows their sessions and reads what is sealed. */
    public ProductionProcess withKeysOf(Environment environment) {
        for (String key : List.of(
                "qihang.crypto.data-keys",
                "qihang.crypto.index-keys",
                "qihang.crypto.audit-keys",
                "qihang.wechat.app-id",
                "qihang.wechat.app-secret")) {
            settings.put(key, environment.getRequiredProperty(key));
        }
        return with("spring.data.redis.database", "0");
    }

    /** The same process in a JVM that is up quickly rather than fast later. */
    public ProductionProcess quick() {
        options = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return this;
    }

    /** The same process with this WeChat, which only a class path with the tests on it is allowed. */
    public ProductionProcess facing(WeChatSimulator weChat) {
        testClasses = true;
        return with("qihang.wechat.api-host", weChat.baseUrl());
    }

    /** The packaged application instead of its classes. */
    public ProductionProcess packaged(Path jar) {
        this.jar = jar;
        return this;
    }

    /** What a command printed and how it ended. */
    public record Ended(int exitCode, String output) {}

    /** Runs a command of the application to its end. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = launch(arguments);
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        process.waitFor(2, TimeUnit.MINUTES);
        return new Ended(process.exitValue(), output);
    }

    /** Starts the application and waits until it answers. */
    public Running start() throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "production", ".log");
        Process process =
                builder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var running = new Running(process, port, managementPort);
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!running.isReady()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("did not start:\n" + Files.readString(log));
            }
        }
        return running;
    }

    private Process launch(String... arguments) throws IOException {
        return builder(arguments).redirectErrorStream(true).start();
    }

    private ProcessBuilder builder(String... arguments) {
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> testClasses || !it.equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx512m", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(
                jar == null
                        ? List.of("-cp", classPath, QihangApplication.class.getName())
                        : List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        settings.forEach((setting, value) -> builder.environment()
                .put(setting.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT), value));
        return builder;
    }

    /** A running application. */
    public record Running(Process process, int port, int managementPort) implements AutoCloseable {

        public Api api() {
            return new Api("http://127.0.0.1:" + port);
        }

        public Api management() {
            return new Api("http://127.0.0.1:" + managementPort);
        }

        boolean isReady() {
            try {
                return management().get("/actuator/health/readiness").status() == 200;
            } catch (java.io.UncheckedIOException e) {
                return false;
            }
        }

        /** Resident memory in MB. */
        public long residentMegabytes() throws IOException {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
                return lines.filter(it -> it.startsWith("VmRSS:"))
                                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                                .sum()
                        / 1024;
            }
        }

        /** Ends it as kill -9 does. */
        public void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(40, TimeUnit.SECONDS).join();
        }
    }

    private static String secret(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
