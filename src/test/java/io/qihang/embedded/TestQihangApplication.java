package io.qihang.embedded;

import io.qihang.QihangApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** The whole system on embedded services with demo data: {@code mvn spring-boot:test-run}. */
public class TestQihangApplication {

    public static void main(String[] args) throws IOException, InterruptedException {
        if (List.of(args).contains(SimulatorAlone.ARGUMENT)) {
            SimulatorAlone.runForever(List.of(args));
            return;
        }
        if (System.getProperty("qihang.data") == null) {
            System.setProperty(
                    "qihang.data", Path.of(".qihang-data").toAbsolutePath().toString());
        }
        Path data = EmbeddedSettings.current().data();
        int port = Integer.getInteger("server.port", 8080);
        boolean root = "root".equals(System.getProperty("user.name"));
        var settings = EmbeddedSettings.current();
        var hindrance = StartChecks.hindrance(
                data, port, settings.simulatorPort(), settings.s3Port(), System.getenv("PATH"), root);
        if (hindrance.isPresent()) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println("\n企航没有启动：" + hindrance.get() + "\n");
            System.exit(1);
        }
        if (Boolean.getBoolean("qihang.fresh")) empty(data);
        if (List.of(args).contains(ServicesAlone.ARGUMENT)) {
            ServicesAlone.run(settings);
            return;
        }
        EmbeddedServices.begin();
        SpringApplication.from(QihangApplication::main)
                .with(EmbeddedServices.class, DemoBanner.class, DemoAccounts.class, DemoPlan.class, DemoData.class)
                .run(args);
    }

    /** Throws the demo's data away, keeping the lock file and the unpacked server binaries. */
    private static void empty(Path data) throws IOException {
        var settings = EmbeddedSettings.current();
        Orphans.end(settings.postgresData().resolve("postmaster.pid"), "postgres");
        Orphans.end(settings.redis().resolve("redis.pid"), "redis-server");
        List<Path> doomed;
        try (var walk = Files.walk(data)) {
            doomed = walk.filter(it -> !it.equals(data) && !it.equals(data.resolve("lock")))
                    .filter(it -> !it.startsWith(settings.postgresBinaries()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : doomed) Files.delete(path);
    }
}
