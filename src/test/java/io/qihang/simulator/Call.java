package io.qihang.simulator;

import tools.jackson.databind.JsonNode;

/**
 * One call on its way through an endpoint.
 *
 * @param rid its request id
 * @param alone whether no other call of this kind for this user is being handled
 */
record Call(WireRequest request, String rid, boolean alone) {

    /** A query parameter, or the empty string. */
    String query(String name) {
        return request.query(name);
    }

    /** The body as a JSON object, or WeChat's 47001. */
    JsonNode json() {
        return Json.object(request.body());
    }

    void requireGet() {
        if (!request.isGet()) {
            throw new WxError(Errcode.GET_REQUIRED);
        }
    }

    void requirePost() {
        if (!request.isPost()) {
            throw new WxError(Errcode.POST_REQUIRED);
        }
    }
}
