package io.qihang.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** {@code POST /cgi-bin/message/subscribe/send}: checks in a fixed order, then takes the credit and stores as one. */
final class SendEndpoint implements Endpoint {

    static final String PATH = "/cgi-bin/message/subscribe/send";
    private static final Set<String> STATES = Set.of("developer", "trial", "formal");
    private static final Set<String> LANGUAGES = Set.of("zh_CN", "en_US", "zh_HK", "zh_TW");

    private static final String EVENT = "subscribe_msg_sent_event";
    private static final long TOLD_AFTER_MS = 200;
    private static final long TOLD_WITHIN_MS = 1_800;

    private final Set<String> sensitiveWords;
    private final Supplier<AppSetup> app;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Store store;
    private final Outbox outbox;
    private final VirtualClock clock;
    private final Ids ids;

    private record Body(int errcode, String errmsg, long msgid) {}

    SendEndpoint(
            Set<String> sensitiveWords,
            Supplier<AppSetup> app,
            Tokens tokens,
            RateLimits limits,
            Store store,
            Outbox outbox,
            VirtualClock clock,
            Ids ids) {
        this.sensitiveWords = Set.copyOf(sensitiveWords);
        this.app = app;
        this.outbox = outbox;
        this.tokens = tokens;
        this.limits = limits;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Subject subject(WireRequest request) {
        JsonNode body = Json.objectOrMissing(request.body());
        return new Subject(
                body.path("touser").isString() ? body.path("touser").stringValue() : null,
                body.path("template_id").isString() ? body.path("template_id").stringValue() : null);
    }

    @Override
    public Reply handle(Call call) {
        call.requirePost();
        JsonNode body = call.json();
        String openid = Json.text(body, "touser");
        String templateId = Json.text(body, "template_id");
        String page = Json.optionalText(body, "page");
        if (!body.path("data").isObject()) {
            throw new WxError(Errcode.DATA_FORMAT);
        }
        tokens.check(call.query("access_token"));
        limits.count(PATH);
        User user = store.user(openid).orElseThrow(() -> new WxError(Errcode.INVALID_OPENID));
        Template template = store.template(templateId).orElseThrow(() -> new WxError(Errcode.INVALID_TEMPLATE));
        if (template.banned() || app.get().messagesBanned()) {
            throw new WxError(Errcode.TEMPLATE_BANNED);
        }
        Map<String, String> data = TemplateData.read(template, body.path("data"));
        String state = oneOf(STATES, "miniprogram_state", "formal", body);
        oneOf(LANGUAGES, "lang", "zh_CN", body);
        requireReleased(page);
        if (!call.alone()) {
            throw new WxError(Errcode.CONCURRENT_SENDS);
        }
        Message message = store.exclusively(() -> take(user, template, data, page, state, call.rid()));
        if (outbox.isConfigured()) {
            Map<String, String> told = new LinkedHashMap<>();
            told.put("TemplateId", templateId);
            told.put("MsgID", message.msgid());
            told.put("ErrorCode", "0");
            told.put("ErrorStatus", "success");
            outbox.emit(EVENT, openid, Map.of(), List.of(told), TOLD_AFTER_MS + ids.upTo(TOLD_WITHIN_MS));
        }
        return Reply.json(new Body(0, Errcode.OK.text(), Long.parseLong(message.msgid())));
    }

    private Message take(
            User user, Template template, Map<String, String> data, String page, String state, String rid) {
        Subscription subscription = store.subscription(user.openid(), template.id());
        if (!subscription.allowsSend()) {
            throw new WxError(Errcode.NOT_SUBSCRIBED);
        }
        if (sensitiveWords.stream().anyMatch(word -> data.values().stream().anyMatch(text -> text.contains(word)))) {
            throw new WxError(Errcode.SENSITIVE_WORD);
        }
        String msgid = ids.msgid();
        while (store.hasMessage(msgid)) {
            msgid = ids.msgid();
        }
        Message message = new Message(
                msgid, user.openid(), template.id(), data, page.isEmpty() ? null : page, state, clock.now(), rid);
        store.commit(Changes.sent(subscription.afterSend(), message));
        return message;
    }

    private void requireReleased(String page) {
        if (!page.isEmpty() && !app.get().hasReleased(page)) {
            throw new WxError(Errcode.INVALID_PAGE);
        }
    }

    /** Left out means the default: current pages call the field required, clients in use leave it out. */
    private static String oneOf(Set<String> allowed, String field, String whenAbsent, JsonNode body) {
        String given = Json.optionalText(body, field);
        if (given.isEmpty()) {
            return whenAbsent;
        }
        if (!allowed.contains(given)) {
            throw new WxError(Errcode.INVALID_ARGUMENT, "argument invalid! " + field + " invalid");
        }
        return given;
    }
}
