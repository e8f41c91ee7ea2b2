package io.qihang.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Only the servers, without the application and its data: what an installation is restored into. Writes the settings an
 * application needs to reach them to {@code services.env} in the data folder, and leaves the servers to the JVM's end.
 */
final class ServicesAlone {

    /** {@code mvn spring-boot:test-run -Dspring-boot.run.arguments=--services-only}. */
    static final String ARGUMENT = "--services-only";

    private ServicesAlone() {}

    static void run(EmbeddedSettings settings) throws IOException {
        String redisPassword = String.valueOf(EmbeddedSecrets.of(settings).get(EmbeddedRedisServer.PASSWORD));
        var s3 = EmbeddedS3Server.startAside(settings);
        var postgres = EmbeddedPostgresServer.startAside(settings).join();
        var redis = EmbeddedRedisServer.start(settings, redisPassword);
        var store = s3.join().details();
        endWithTheJvm(postgres, redis);
        write(
                settings.data().resolve("services.env"),
                List.of(
                        "SPRING_DATASOURCE_URL=" + postgres.url(),
                        "SPRING_DATASOURCE_USERNAME=" + EmbeddedPostgresServer.RUNTIME_ROLE,
                        "SPRING_FLYWAY_USER=" + EmbeddedPostgresServer.OWNER_ROLE,
                        "SPRING_DATA_REDIS_HOST=127.0.0.1",
                        "SPRING_DATA_REDIS_PORT=" + redis.port(),
                        "SPRING_DATA_REDIS_PASSWORD=" + redisPassword,
                        "QIHANG_STORAGE_ENDPOINT=" + store.endpoint(),
                        "QIHANG_STORAGE_BUCKET=" + store.bucket(),
                        "QIHANG_STORAGE_ACCESSKEY=" + store.accessKey(),
                        "QIHANG_STORAGE_SECRETKEY=" + store.secretKey()));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("服务已启动，设置在 services.env");
    }

    private static void endWithTheJvm(AutoCloseable... servers) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (AutoCloseable server : servers) {
                try {
                    server.close();
                } catch (Exception e) {
                    throw new IllegalStateException("a server does not stop", e);
                }
            }
        }));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
