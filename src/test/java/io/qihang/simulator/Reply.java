package io.qihang.simulator;

/**
 * An answer before it is sent.
 *
 * @param errcode what the body says, 0 for success
 */
record Reply(int status, String contentType, String body, int errcode) {

    private static final String JSON = "application/json; encoding=utf-8";
    private static final String PLAIN = "text/plain";

    private record Failure(int errcode, String errmsg) {}

    static Reply json(Object body) {
        return new Reply(200, JSON, Json.string(body), 0);
    }

    /** WeChat's way of refusing: HTTP 200, code, text, request id. */
    static Reply error(int errcode, String errmsg, String rid) {
        return new Reply(200, JSON, Json.string(new Failure(errcode, errmsg + " rid: " + rid)), errcode);
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, body, 0);
    }

    Reply withStatus(int newStatus) {
        return new Reply(newStatus, contentType, body, errcode);
    }

    Reply asPlainText() {
        return new Reply(status, PLAIN, body, errcode);
    }
}
