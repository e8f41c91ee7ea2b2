package bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM under measurement: started, asked for its processor time, killed. */
final class Jvm implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String base;
    private final double readySeconds;

    private Jvm(Process process, String base, double readySeconds) {
        this.process = process;
        this.base = base;
        this.readySeconds = readySeconds;
    }

    /**
     * Starts a main class on this run's class path and waits until it is ready.
     *
     * @param options of the JVM, then the main class, then arguments
     * @param port where it will answer
     * @param said what it prints when ready; null to wait until it answers instead
     */
    static Jvm start(List<String> options, int port, @Nullable String said, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath()));
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
        command.addAll(options);
        Path log = Files.createTempFile(folder, "jvm", ".log");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        String base = "http://127.0.0.1:" + port;
        while (!(said == null ? answers(base) : Files.readString(log).contains(said))) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() - begun > 180e9) {
                process.destroyForcibly();
                throw new IllegalStateException("did not start:\n" + Files.readString(log));
            }
        }
        return new Jvm(process, base, (System.nanoTime() - begun) / 1e9);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String base() {
        return base;
    }

    /** Seconds from the start of the process to its being ready. */
    double readySeconds() {
        return readySeconds;
    }

    /** Processor time used so far, user and system. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(40, TimeUnit.SECONDS).join();
    }

    private static boolean answers(String base) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Absolute, since the measured process may be started elsewhere. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(it -> Path.of(it).toAbsolutePath().toString())
                        .toList());
    }
}
