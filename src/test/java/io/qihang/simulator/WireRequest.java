package io.qihang.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param rawQuery what stands after the question mark, or the empty string
 * @param keepAlive whether the client wants the connection kept
 */
record WireRequest(String method, String path, String rawQuery, String body, boolean keepAlive) {

    /** Where every client is. */
    static final String CLIENT = "127.0.0.1";

    boolean isGet() {
        return method.equals("GET");
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** A query parameter, or the empty string. */
    String query(String name) {
        return queries().getOrDefault(name, "");
    }

    private Map<String, String> queries() {
        Map<String, String> found = new HashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
