package io.qihang.simulator;

import tools.jackson.databind.JsonNode;

/** What the checks of texts and of media ask of a call in common. */
final class ContentRules {

    private static final long ACTIVE_SECONDS = 7_200;

    private ContentRules() {}

    /** The new interface says 2, as a number or, as clients in use do, as a string. */
    static boolean isVersion2(JsonNode body) {
        return body.path("version").asString("").equals("2");
    }

    /** Throws unless the scene is 1 to 4 and the user is ours and has visited within two hours. */
    static void check(JsonNode body, Store store, VirtualClock clock) {
        int scene = body.path("scene").asInt(0);
        if (scene < 1 || scene > 4) {
            throw new WxError(Errcode.INVALID_SCENE);
        }
        User user = store.user(Json.text(body, "openid")).orElseThrow(() -> new WxError(Errcode.INVALID_OPENID));
        if (!user.hasVisitedSince(clock.now() - ACTIVE_SECONDS)) {
            throw new WxError(Errcode.NOT_ACTIVE);
        }
    }

    static Endpoint.Subject subject(WireRequest request) {
        JsonNode openid = Json.objectOrMissing(request.body()).path("openid");
        return new Endpoint.Subject(openid.isString() ? openid.stringValue() : null, null);
    }
}
