package io.qihang.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in the way of a start, found before anything is started and said in one Chinese sentence. */
final class StartChecks {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    /** Held as long as the JVM lives, so that a second start cannot end the first one's servers. */
    private static @Nullable FileChannel lock;

    private StartChecks() {}

    /** The first hindrance, or empty. */
    static Optional<String> hindrance(
            Path data, int port, int simulatorPort, int s3Port, @Nullable String searchPath, boolean root) {
        return Stream.<Check>of(
                        () -> room(data, NEEDED_BYTES),
                        () -> folder(data),
                        () -> port(port, "-Dqihang.port=8090"),
                        () -> port(simulatorPort, "-Dqihang.simulator-port=8092"),
                        () -> port(s3Port, "-Dqihang.s3-port=8093"),
                        () -> root ? unshare(searchPath) : Optional.empty())
                .flatMap(it -> it.run().stream())
                .findFirst();
    }

    /** PostgreSQL refuses to run as root; {@code unshare} lets it run as someone else. */
    static Optional<String> unshare(@Nullable String searchPath) {
        boolean found = Stream.of((searchPath == null ? "" : searchPath).split(":"))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "unshare")));
        return found ? Optional.empty() : Optional.of("以 root 启动内置 PostgreSQL 需要 unshare 命令：请安装 util-linux，或改用普通用户启动。");
    }

    static Optional<String> port(int port, String otherwise) {
        if (port == 0) return Optional.empty();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("端口 " + port + " 已被占用：请停掉占用它的程序，或换一个端口：mvn spring-boot:test-run " + otherwise);
        }
    }

    static Optional<String> room(Path data, long needed) {
        try {
            Files.createDirectories(data);
            long free = Files.getFileStore(data).getUsableSpace();
            if (free >= needed) return Optional.empty();
            return Optional.of("磁盘空间不足：" + data + " 所在磁盘只剩 " + free / (1024 * 1024) + " MB，至少需要 "
                    + needed / (1024 * 1024) + " MB。请清理后再启动。");
        } catch (IOException e) {
            return Optional.of("数据目录 " + data + " 不能写入（" + e.getMessage() + "）：请检查目录权限和磁盘空间。");
        }
    }

    static Optional<String> folder(Path data) {
        try {
            var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.of(inUse(data));
            }
            lock = channel;
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.of(inUse(data));
        } catch (IOException e) {
            return Optional.of("数据目录 " + data + " 不能写入（" + e.getMessage() + "）：请检查目录权限和磁盘空间。");
        }
    }

    /** Lets another start have the folder; for tests of this class. */
    static void release() throws IOException {
        var held = lock;
        if (held != null) held.close();
        lock = null;
    }

    private static String inUse(Path data) {
        return "数据目录 " + data + " 正被另一个企航使用：请先停掉它，或用 -Dqihang.data=另一目录 启动。";
    }

    private interface Check {
        Optional<String> run();
    }
}
