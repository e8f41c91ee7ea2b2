package io.qihang.wechat;

import io.qihang.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes pushes into the table and works them off afterwards, each once: a redelivery is known by its content, and one
 * whose work fails stays to be worked again. What a push says goes to whoever listens, within the same transaction.
 */
@Service
class WeChatPushes {

    private static final Logger log = LoggerFactory.getLogger(WeChatPushes.class);
    private static final Duration KEPT = Duration.ofDays(3);

    private final PushMapper mapper;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    WeChatPushes(PushMapper mapper, Ids ids, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a push down unless it is there already; afterwards it cannot be lost. */
    @Transactional
    public void take(JsonNode message) {
        UUID id = ids.next();
        String event = message.path("Event").asString("");
        if (mapper.insert(id, digest(message), event, json.writeValueAsString(message), clock.instant()) == 1) {
            events.publishEvent(new PushReceived(id));
        }
    }

    @ApplicationModuleListener
    void workOff(PushReceived push) {
        String message = mapper.waiting(push.id());
        if (message == null) return;
        tell(json.readTree(message));
        mapper.done(push.id(), clock.instant());
    }

    @Scheduled(cron = "0 23 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void forget() {
        mapper.forget(clock.instant().minus(KEPT));
    }

    private void tell(JsonNode message) {
        String event = message.path("Event").asString("");
        String openid = message.path("FromUserName").asString("");
        Instant at = Instant.ofEpochSecond(message.path("CreateTime").asLong(0));
        switch (event) {
            case "subscribe_msg_popup_event", "subscribe_msg_change_event" ->
                elements(message)
                        .forEach(it -> events.publishEvent(new SubscriptionChanged(
                                openid,
                                it.path("TemplateId").asString(""),
                                it.path("SubscribeStatusString").asString("").equals("accept"),
                                event.equals("subscribe_msg_popup_event"),
                                at)));
            case "subscribe_msg_sent_event" ->
                elements(message)
                        .forEach(it -> events.publishEvent(new MessageSettled(
                                openid,
                                it.path("TemplateId").asString(""),
                                it.path("MsgID").asString(""),
                                it.path("ErrorCode").asInt(-1),
                                at)));
            case "wxa_media_check" ->
                events.publishEvent(new MediaChecked(
                        message.path("trace_id").asString(""),
                        message.path("result").path("suggest").asString(""),
                        message.path("result").path("label").asInt(0),
                        message.path("errcode").asInt(0)));
            default -> log.info("wechat pushed {}, which nobody waits for", event);
        }
    }

    /** WeChat sends one element as an object, several as an array. */
    private static List<JsonNode> elements(JsonNode message) {
        JsonNode list = message.path("List");
        return list.isArray() ? List.copyOf(list.values()) : list.isObject() ? List.of(list) : List.of();
    }

    /** Of what makes two deliveries the same event, however it is written. */
    private static String digest(JsonNode message) {
        String same = String.join(
                "\n",
                message.path("Event").asString(""),
                message.path("FromUserName").asString(""),
                message.path("CreateTime").asString(""),
                message.path("trace_id").asString(""),
                message.path("RevokeInfo").asString(""),
                elements(message).toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
