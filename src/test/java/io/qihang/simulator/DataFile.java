package io.qihang.simulator;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The state's lines on disk. A line is handed to the operating system before the call it belongs to is answered, so
 * killing the process loses nothing that was answered; a line cut off half-way is dropped at the next start.
 */
final class DataFile implements AutoCloseable {

    private final @Nullable Path path;
    private @Nullable FileOutputStream out;

    /** With no path nothing is kept. */
    DataFile(@Nullable Path path) {
        this.path = path;
    }

    /** Every whole line from the last run; a last line without its end never counted. */
    List<Changes> read() {
        List<Changes> lines = new ArrayList<>();
        if (path == null || !Files.exists(path)) {
            return lines;
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            int from = 0;
            for (int end = 0; end < bytes.length; end++) {
                if (bytes[end] == '\n') {
                    lines.add(Json.read(new String(bytes, from, end - from, StandardCharsets.UTF_8), Changes.class));
                    from = end + 1;
                }
            }
            return lines;
        } catch (JacksonException broken) {
            throw new IllegalStateException("数据文件第 " + (lines.size() + 1) + " 行读不出来，请删除后重新启动：" + path, broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Replaces the file by a snapshot in one step and keeps it open for the lines to come. */
    synchronized void rewrite(List<Changes> snapshot) {
        if (path == null) {
            return;
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                for (Changes line : snapshot) {
                    lines.write(Json.bytes(line));
                    lines.write('\n');
                }
            }
            close();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out = new FileOutputStream(path.toFile(), true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Adds one line. */
    synchronized void append(Changes change) {
        if (out == null) {
            return;
        }
        byte[] json = Json.bytes(change);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        try {
            out.write(line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        out = null;
    }
}
