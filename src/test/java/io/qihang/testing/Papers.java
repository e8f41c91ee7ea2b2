package io.qihang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed papers of the API, which tests hold against the running system or write anew. */
public final class Papers {

    /** Where they are kept. */
    public static final Path FOLDER = Path.of("miniapp-api-docs");

    private Papers() {}

    /** Demands that the paper says this; with {@code -Dqihang.papers=write} makes it say so. */
    public static void agree(Path paper, String live, Class<?> test) {
        try {
            if ("write".equals(System.getProperty("qihang.papers"))) {
                Files.createDirectories(paper.toAbsolutePath().getParent());
                Files.writeString(paper, live);
            }
            assertThat(Files.exists(paper) ? Files.readString(paper) : "")
                    .as("%s is out of date: mvn test -Dtest=%s -Dqihang.papers=write", paper, test.getSimpleName())
                    .isEqualTo(live);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
