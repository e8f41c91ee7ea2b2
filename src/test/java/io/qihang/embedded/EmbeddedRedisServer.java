package io.qihang.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import redis.embedded.RedisServer;

/** Redis on a free port of the loopback. */
public final class EmbeddedRedisServer implements AutoCloseable {

    /** The setting under which its password is kept with the other secrets. */
    static final String PASSWORD = "qihang.embedded.redis-password";

    private final RedisServer server;
    private final int port;

    private EmbeddedRedisServer(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedRedisServer start(EmbeddedSettings settings, String password) throws IOException {
        var folder = Files.createDirectories(settings.redis());
        var pidFile = folder.resolve("redis.pid");
        Orphans.end(pidFile, "redis-server");
        int port = freePort();
        var server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("daemonize no")
                .setting("pidfile " + pidFile)
                .setting("requirepass " + password)
                .setting("save \"\"")
                .setting("appendonly " + (settings.kept() ? "yes" : "no"))
                .setting("dir " + folder)
                .build();
        server.start();
        return new EmbeddedRedisServer(server, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
