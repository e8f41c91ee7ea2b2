package io.qihang.enterprise.web;

import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/** What a browser says of a file it sends. */
final class Uploads {

    private Uploads() {}

    /** The file's own name, without a path, at most 100 characters. */
    static String nameOf(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "");
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
