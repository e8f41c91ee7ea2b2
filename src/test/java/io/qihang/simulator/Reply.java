package io.qihang.simulator;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is sent.
 *
 * @param body the text
 * @param image what is sent in place of the text, or null
 * @param errcode what the body says, 0 for success
 */
record Reply(
        int status,
        String contentType,
        String body,
        @Nullable Image image,
        int errcode) {

    private static final String JSON = "application/json; encoding=utf-8";
    private static final String PLAIN = "text/plain";

    /** Bytes that are no text. */
    static final class Image {

        private final byte[] bytes;

        private Image(byte[] bytes) {
            this.bytes = bytes.clone();
        }
    }

    private record Failure(int errcode, String errmsg) {}

    static Reply json(Object body) {
        return new Reply(200, JSON, Json.string(body), null, 0);
    }

    /** WeChat's way of refusing: HTTP 200, code, text, request id. */
    static Reply error(int errcode, String errmsg, String rid) {
        return new Reply(200, JSON, Json.string(new Failure(errcode, errmsg + " rid: " + rid)), null, errcode);
    }

    static Reply png(byte[] png) {
        return new Reply(200, "image/png", "", new Image(png), 0);
    }

    /** What goes over the wire after the head. */
    byte[] bytes() {
        return image == null ? body.getBytes(StandardCharsets.UTF_8) : image.bytes.clone();
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, body, null, 0);
    }

    Reply withStatus(int newStatus) {
        return new Reply(newStatus, contentType, body, image, errcode);
    }

    Reply asPlainText() {
        return new Reply(status, PLAIN, body, image, errcode);
    }
}
