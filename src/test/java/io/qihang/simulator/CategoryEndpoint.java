package io.qihang.simulator;

import java.util.List;

/** {@code GET /wxaapi/newtmpl/getcategory}. */
final class CategoryEndpoint implements Endpoint {

    private final Tokens tokens;

    private record Category(int id, String name) {}

    private record Body(int errcode, String errmsg, List<Category> data) {}

    CategoryEndpoint(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String path() {
        return "/wxaapi/newtmpl/getcategory";
    }

    @Override
    public Reply handle(Call call) {
        call.requireGet();
        tokens.check(call.query("access_token"));
        return Reply.json(new Body(0, Errcode.OK.text(), List.of(new Category(616, "政务民生-政务公开"))));
    }
}
