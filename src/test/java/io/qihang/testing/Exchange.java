package io.qihang.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request with its answer, as a journey's paper shows it.
 *
 * @param caller whose token it carries, in Chinese
 * @param headers what the caller sent beside the token and the content type
 * @param body what was sent; null when nothing was
 */
record Exchange(
        String caller,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        Api.Reply reply) {

    /** The path without its query. */
    String route() {
        return path.replaceAll("\\?.*", "");
    }

    boolean isSignedIn() {
        return headers.containsKey("Authorization");
    }
}
