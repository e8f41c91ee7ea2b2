package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/** {@code POST /wxa/query_urllink}. */
final class QueryUrlLinkEndpoint implements Endpoint {

    private final Account account;
    private final Tokens tokens;
    private final Links links;

    private record Info(
            String appid,
            String path,
            String query,
            @JsonProperty("create_time") long createTime,
            @JsonProperty("expire_time") long expireTime,
            @JsonProperty("env_version") String envVersion) {}

    private record Quota(@JsonProperty("remain_visit_quota") int remainVisitQuota) {}

    private record Body(
            int errcode,
            String errmsg,
            @JsonProperty("url_link_info") Info urlLinkInfo,
            @JsonProperty("quota_info") Quota quotaInfo) {}

    private record QuotaBody(
            int errcode,
            String errmsg,
            @JsonProperty("quota_info") Quota quotaInfo) {}

    QueryUrlLinkEndpoint(Account account, Tokens tokens, Links links) {
        this.account = account;
        this.tokens = tokens;
        this.links = links;
    }

    @Override
    public String path() {
        return "/wxa/query_urllink";
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        tokens.check(call.query("access_token"));
        Quota left = new Quota(Links.OPENS_A_DAY);
        if (body.path("query_type").asInt(0) == 1) {
            return Reply.json(new QuotaBody(0, Errcode.OK.text(), left));
        }
        Links.Link link = links.find(Json.text(body, "url_link")).orElseThrow(() -> new WxError(Errcode.INVALID_ARGS));
        Info info = new Info(
                account.appid(), link.path(), link.query(), link.createdAt(), link.expiresAt(), link.version());
        return Reply.json(new Body(0, Errcode.OK.text(), info, left));
    }
}
