package io.qihang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.storage.domain.Pictures;
import io.qihang.storage.domain.Scans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Sends a photo or a scan in as a client does: form, multipart, commit. */
public final class SentFiles {

    private SentFiles() {}

    /** A person's photo; returns the file's id. */
    public static String photo(Api person, String forms) {
        return photo(person, forms, "/api/v1/uploads/");
    }

    /** A photo by the form asked for at {@code forms}, committed at {@code uploads}; returns the file's id. */
    public static String photo(Api sender, String forms, String uploads) {
        return file(sender, forms, uploads, "照片.jpg", "image/jpeg", taken());
    }

    /** A person's photo that was called so. */
    public static String photoCalled(String name, Api person, String forms) {
        return file(person, forms, "/api/v1/uploads/", name, "image/jpeg", taken());
    }

    /** A person's PDF. */
    public static String scan(Api person, String forms) {
        try {
            return file(person, forms, "/api/v1/uploads/", "合同.pdf", "application/pdf", Scans.clean());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(
            Api sender, String forms, String uploads, String name, String contentType, byte[] content) {
        var form = sender.post(forms, asked(name, contentType, content.length)).expect(201);
        assertThat(FormPost.of(form.json()).send(content)).isEqualTo(204);
        String file = form.at("/file");
        sender.once().post(uploads + file + "/commitment", "").expect(200);
        return file;
    }

    /** What a client says of a file before it sends it. */
    public static Map<String, Object> asked(String name, String contentType, int size) {
        return Map.of("name", name, "contentType", contentType, "size", size);
    }

    private static byte[] taken() {
        try {
            return Pictures.photo(320, 240, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
