package io.qihang.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartChecksTests {

    @TempDir
    Path data;

    @AfterEach
    void release() throws IOException {
        StartChecks.release();
    }

    @Test
    void nothing_in_the_way_lets_the_start_go_on() {
        assertThat(StartChecks.hindrance(data, 0, 0, 0, System.getenv("PATH"), false))
                .isEmpty();
    }

    @Test
    void a_taken_port_is_named_with_the_way_out() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(StartChecks.hindrance(data, taken.getLocalPort(), 0, 0, null, false))
                    .hasValueSatisfying(it -> assertThat(it).contains("端口 " + taken.getLocalPort(), "-Dqihang.port"));
            StartChecks.release();
            assertThat(StartChecks.hindrance(data, 0, taken.getLocalPort(), 0, null, false))
                    .hasValueSatisfying(
                            it -> assertThat(it).contains("端口 " + taken.getLocalPort(), "-Dqihang.simulator-port"));
            StartChecks.release();
            assertThat(StartChecks.hindrance(data, 0, 0, taken.getLocalPort(), null, false))
                    .hasValueSatisfying(
                            it -> assertThat(it).contains("端口 " + taken.getLocalPort(), "-Dqihang.s3-port"));
        }
    }

    @Test
    void root_without_unshare_is_told_what_to_install() {
        assertThat(StartChecks.hindrance(data, 0, 0, 0, data.toString(), true))
                .hasValueSatisfying(it -> assertThat(it).contains("unshare", "util-linux"));
        assertThat(StartChecks.hindrance(data.resolve("other"), 0, 0, 0, data.toString(), false))
                .isEmpty();
    }

    @Test
    void a_full_disk_is_named_with_what_is_left() {
        assertThat(StartChecks.room(data, Long.MAX_VALUE))
                .hasValueSatisfying(it -> assertThat(it).contains("磁盘空间不足", "MB"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThat(StartChecks.room(file.resolve("below"), 1))
                .hasValueSatisfying(it -> assertThat(it).contains("不能写入"));
    }

    @Test
    void a_second_start_on_the_same_folder_is_refused() {
        assertThat(StartChecks.folder(data)).isEmpty();
        assertThat(StartChecks.folder(data))
                .hasValueSatisfying(it -> assertThat(it).contains("正被另一个企航使用"));
    }

    @Test
    void an_orphan_is_ended_only_when_it_is_the_named_server_of_this_folder() throws IOException {
        var process =
                new ProcessBuilder("sleep", "600").directory(data.toFile()).start();
        try {
            Path pid = Files.writeString(data.resolve("server.pid"), process.pid() + "\n");
            Path copied = Files.createDirectory(data.resolve("copy")).resolve("server.pid");
            Files.copy(pid, copied);
            Orphans.end(pid, "postgres");
            Orphans.end(copied, "sleep");
            assertThat(process.isAlive()).isTrue();
            Orphans.end(pid, "sleep");
            assertThat(process.onExit().orTimeout(5, TimeUnit.SECONDS).join().isAlive())
                    .isFalse();
        } finally {
            process.destroyForcibly();
        }
    }
}
