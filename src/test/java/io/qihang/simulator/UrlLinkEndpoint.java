package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/generate_urllink}. */
final class UrlLinkEndpoint implements Endpoint {

    static final String PATH = "/wxa/generate_urllink";
    private static final int NAME_LENGTH = 11;

    private final Tokens tokens;
    private final RateLimits limits;
    private final Links links;
    private final Ids ids;

    private record Body(
            int errcode,
            String errmsg,
            @JsonProperty("url_link") String urlLink) {}

    UrlLinkEndpoint(Tokens tokens, RateLimits limits, Links links, Ids ids) {
        this.tokens = tokens;
        this.limits = limits;
        this.links = links;
        this.ids = ids;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        Links.Link link = links.read(body, body);
        String url = "https://wxaurl.cn/" + ids.word(NAME_LENGTH);
        links.keep(url, link);
        return Reply.json(new Body(0, Errcode.OK.text(), url));
    }
}
