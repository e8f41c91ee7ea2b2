package io.qihang.simulator;

import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/generatescheme}; its calls count among those for URL links. */
final class SchemeEndpoint implements Endpoint {

    private static final int NAME_LENGTH = 12;

    private final Tokens tokens;
    private final RateLimits limits;
    private final Links links;
    private final Ids ids;

    private record Body(int errcode, String errmsg, String openlink) {}

    SchemeEndpoint(Tokens tokens, RateLimits limits, Links links, Ids ids) {
        this.tokens = tokens;
        this.limits = limits;
        this.links = links;
        this.ids = ids;
    }

    @Override
    public String path() {
        return "/wxa/generatescheme";
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        tokens.check(call.query("access_token"));
        limits.count(UrlLinkEndpoint.PATH);
        Links.Link link = links.read(body.path("jump_wxa"), body);
        String url = "weixin://dl/business/?t=" + ids.word(NAME_LENGTH);
        links.keep(url, link);
        return Reply.json(new Body(0, Errcode.OK.text(), url));
    }
}
