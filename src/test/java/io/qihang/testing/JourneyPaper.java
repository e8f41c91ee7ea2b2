package io.qihang.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * A page of the API's papers, written down while a journey is walked: who does what and why, and the exchanges as they
 * really went. {@link #agree} fails when the committed page says something else.
 */
public final class JourneyPaper {

    private static final Contract CONTRACT = Contract.read();

    private final Class<?> journey;
    private final String file;
    private final StringBuilder opening;
    private final List<Step> steps = new ArrayList<>();
    private final Placeholders names = new Placeholders();
    private final Set<String> told = new HashSet<>();

    /** Opens the page {@code journeys/<file>.md}. */
    public JourneyPaper(Class<?> journey, String file, String title, String introduction) {
        this.journey = journey;
        this.file = file;
        this.opening = new StringBuilder("# ").append(title).append("\n\n").append(introduction);
    }

    private record Step(String title, String why, List<Exchange> exchanges, Map<String, Integer> shown) {}

    /** What this caller sends and gets from now on stands on the page, under this name. */
    public Api heard(String caller, Api api) {
        return api.heardBy(caller, it -> current().exchanges().add(it));
    }

    /** Begins the next step: who does what, and why. */
    public void step(String title, String why) {
        steps.add(new Step(title, why, new ArrayList<>(), new HashMap<>()));
    }

    private Step current() {
        return steps.get(steps.size() - 1);
    }

    /** Calls a value that is different in every run so, wherever it stands. */
    public void call(String value, String name) {
        names.call(value, name);
    }

    /** In this step, of lists under this name the page shows the item at this place, not the first. */
    public void show(String list, int place) {
        current().shown().put(list, place);
    }

    /** Holds the page against the committed one. */
    public void agree() {
        Papers.agree(Papers.FOLDER.resolve("journeys").resolve(file + ".md"), page(), journey);
    }

    private String page() {
        for (Step step : steps) {
            for (Exchange it : step.exchanges()) expectIds(it);
        }
        var page = new StringBuilder(opening)
                .append("\n\n> 本页由 `")
                .append(journey.getSimpleName())
                .append("` 照实际请求和返回记录并核对。花括号里的值每次不同，同一个值名字相同；列表只列一项，“……”为省略，“同前”是前面出现过的同样内容。数据均为虚构。\n");
        int number = 0;
        for (Step step : steps) {
            page.append("\n## ").append(++number).append(". ").append(step.title());
            page.append("\n\n").append(step.why()).append("\n");
            for (Exchange it : step.exchanges()) write(it, new PaperJson(names, told, step.shown()), page);
        }
        return page.toString();
    }

    private void expectIds(Exchange exchange) {
        String[] template = known(exchange).template().split("/");
        String[] path = exchange.route().split("/");
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) names.expect(path[i], template[i].replaceAll("[{}]", ""));
        }
    }

    private void write(Exchange it, PaperJson json, StringBuilder page) {
        var operation = known(it);
        page.append("\n**").append(it.caller()).append("**：").append(operation.summary());
        page.append(" `").append(operation.id()).append("`\n\n```http\n");
        page.append(it.method()).append(' ').append(names.in(it.path(), "id")).append('\n');
        if (it.isSignedIn()) {
            page.append("Authorization: Bearer {").append(it.caller()).append("的 token}\n");
        }
        String key = it.headers().get("Idempotency-Key");
        if (key != null) {
            page.append("Idempotency-Key: ")
                    .append(names.secret(key, "idempotencyKey"))
                    .append('\n');
        }
        String body = it.body();
        if (body != null && !body.isEmpty()) {
            page.append('\n').append(json.request(body, operation)).append('\n');
        }
        page.append("```\n\n");
        writeAnswer(it.reply(), json, page);
    }

    private void writeAnswer(Api.Reply reply, PaperJson json, StringBuilder page) {
        String type = reply.header("Content-Type");
        page.append("```http\n").append(reply.status()).append(' ');
        page.append(HttpStatus.valueOf(reply.status()).getReasonPhrase()).append('\n');
        for (String header : List.of("Location", "Retry-After")) {
            String value = reply.header(header);
            if (!value.isEmpty())
                page.append(header).append(": ").append(names.in(value, "id")).append('\n');
        }
        if (type.contains("json") && reply.bytes().length > 0) {
            page.append('\n').append(json.answer(reply.text())).append('\n');
        } else if (reply.bytes().length > 0) {
            page.append("Content-Type: ").append(type).append("\n\n（文件内容）\n");
        }
        page.append("```\n");
    }

    private static Contract.Known known(Exchange exchange) {
        return CONTRACT.find(exchange.method(), exchange.route())
                .orElseThrow(
                        () -> new AssertionError("no such operation: " + exchange.method() + " " + exchange.path()));
    }
}
