package io.qihang.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL 18 with the roles of a real installation: an owner for migrations, a runtime role for the application. */
final class EmbeddedPostgresServer implements AutoCloseable {

    static final String RUNTIME_ROLE = "qihang_app";
    static final String OWNER_ROLE = "qihang_owner";
    static final String SUPERUSER = "postgres";
    private static final String DATABASE = "qihang";

    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on a thread of its own, while the application context is being built. */
    static CompletableFuture<EmbeddedPostgresServer> startAside(EmbeddedSettings settings) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return start(settings);
            } catch (IOException | SQLException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static EmbeddedPostgresServer start(EmbeddedSettings settings) throws IOException, SQLException {
        Files.createDirectories(settings.data());
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(settings.postgresBinaries().toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "100")
                .setRegisterShutdownHook(false);
        if (settings.kept()) {
            Orphans.end(settings.postgresData().resolve("postmaster.pid"), "postgres");
            builder.setDataDirectory(settings.postgresData()).setCleanDataDirectory(false);
        } else {
            builder.setServerConfig("fsync", "off");
        }
        var server = new EmbeddedPostgresServer(builder.start());
        server.prepare();
        return server;
    }

    private void prepare() throws SQLException, IOException {
        try (var connection = server.getDatabase(SUPERUSER, SUPERUSER).getConnection();
                var statement = connection.createStatement()) {
            boolean there = statement
                    .executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next();
            if (!there) statement.execute("create database " + DATABASE);
        }
        try (var connection = server.getDatabase(SUPERUSER, DATABASE).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("deploy", "postgres", "roles.sql")));
        }
    }

    String url() {
        return server.getJdbcUrl(RUNTIME_ROLE, DATABASE).replaceAll("\\?.*", "");
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
