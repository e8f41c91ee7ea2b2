package io.qihang.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;

/** {@code GET /wxaapi/newtmpl/gettemplate}. */
final class TemplateListEndpoint implements Endpoint {

    private final Tokens tokens;
    private final Store store;

    private record EnumValues(String keywordCode, List<String> enumValueList) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Item(
            String priTmplId,
            String title,
            String content,
            String example,
            int type,
            List<EnumValues> keywordEnumValueList) {

        static Item of(Template template) {
            String content = template.fields().keySet().stream()
                    .map(name -> name + ":{{" + name + ".DATA}}\n")
                    .collect(Collectors.joining());
            String example = template.fields().keySet().stream()
                    .map(name -> name + ":示例\n")
                    .collect(Collectors.joining());
            List<EnumValues> enums = template.fields().keySet().stream()
                    .filter(template.enums()::containsKey)
                    .map(name -> new EnumValues(name, template.enums().getOrDefault(name, List.of())))
                    .toList();
            return new Item(template.id(), template.title(), content, example, template.type(), enums);
        }
    }

    private record Body(int errcode, String errmsg, List<Item> data) {}

    TemplateListEndpoint(Tokens tokens, Store store) {
        this.tokens = tokens;
        this.store = store;
    }

    @Override
    public String path() {
        return "/wxaapi/newtmpl/gettemplate";
    }

    @Override
    public Reply handle(Call call) {
        call.requireGet();
        tokens.check(call.query("access_token"));
        List<Item> items = store.templates().stream().map(Item::of).toList();
        return Reply.json(new Body(0, Errcode.OK.text(), items));
    }
}
