package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code GET /cgi-bin/getcallbackip} and {@code /cgi-bin/get_api_domain_ip}: this machine. */
final class IpListEndpoint implements Endpoint {

    private final String path;
    private final Tokens tokens;

    private record Body(@JsonProperty("ip_list") List<String> ipList) {}

    IpListEndpoint(String path, Tokens tokens) {
        this.path = path;
        this.tokens = tokens;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Reply handle(Call call) {
        call.requireGet();
        tokens.check(call.query("access_token"));
        return Reply.json(new Body(List.of(WireRequest.CLIENT)));
    }
}
