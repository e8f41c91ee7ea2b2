package io.qihang.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken, and how large each may be: the one table of these limits. */
public enum FileKind {
    JPEG("image/jpeg", "jpe?g", 10, "JPEG 图片"),
    PNG("image/png", "png", 10, "PNG 图片"),
    PDF("application/pdf", "pdf", 20, "PDF 文件");

    private static final long MEGABYTE = 1024 * 1024;

    private final String contentType;
    private final String extension;
    private final int megabytes;
    private final String label;

    FileKind(String contentType, String extension, int megabytes, String label) {
        this.contentType = contentType;
        this.extension = extension;
        this.megabytes = megabytes;
        this.label = label;
    }

    /** The kind with this content type, written exactly so. */
    public static Optional<FileKind> of(String contentType) {
        return Arrays.stream(values())
                .filter(it -> it.contentType.equals(contentType))
                .findFirst();
    }

    public String contentType() {
        return contentType;
    }

    /** Whether a name of this kind may end so; without the dot, large or small letters. */
    public boolean hasExtension(String ending) {
        return ending.toLowerCase(Locale.ROOT).matches(extension);
    }

    /** The largest size in bytes. */
    public long maxBytes() {
        return megabytes * MEGABYTE;
    }

    /** The largest size in MB. */
    public int megabytes() {
        return megabytes;
    }

    /** The Chinese name. */
    public String label() {
        return label;
    }
}
