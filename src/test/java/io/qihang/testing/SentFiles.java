package io.qihang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.storage.domain.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Sends a photo in as a client does: form, multipart, commit. */
public final class SentFiles {

    private SentFiles() {}

    /** A person's photo; returns the file's id. */
    public static String photo(Api person, String forms) {
        return photo(person, forms, "/api/v1/uploads/");
    }

    /** A photo by the form asked for at {@code forms}, committed at {@code uploads}; returns the file's id. */
    public static String photo(Api sender, String forms, String uploads) {
        byte[] photo = taken();
        var form =
                sender.post(forms, asked("照片.jpg", "image/jpeg", photo.length)).expect(201);
        assertThat(FormPost.of(form.json()).send(photo)).isEqualTo(204);
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
