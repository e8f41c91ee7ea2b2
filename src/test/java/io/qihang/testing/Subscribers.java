package io.qihang.testing;

import io.qihang.simulator.Message;
import io.qihang.simulator.WeChatSimulator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons who let themselves be told, and what reached them. */
public class Subscribers {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final WeChatSimulator weChat;
    private final JdbcClient database;

    Subscribers(WeChatSimulator weChat, JdbcClient database) {
        this.weChat = weChat;
        this.database = database;
    }

    /** The person accepts this many messages of the template, in WeChat and to us. */
    public Phones.Person accept(Phones.Person person, String template, int times) {
        IntStream.range(0, times).forEach(it -> {
            weChat.accept(person.openid(), template);
            person.api()
                    .once()
                    .post(
                            "/api/v1/me/subscriptions",
                            Map.of("answers", List.of(Map.of("templateId", template, "answer", "ACCEPT"))))
                    .expect(200);
        });
        return person;
    }

    /** What WeChat delivered to the person of the template, oldest first. */
    public List<Message> delivered(Phones.Person person, String template) {
        return weChat.messages(person.openid()).stream()
                .filter(it -> it.templateId().equals(template))
                .toList();
    }

    /** The titles in the person's inbox, newest first. */
    public static List<String> inbox(Phones.Person person) {
        List<String> titles = new ArrayList<>();
        String after = "";
        do {
            var page = person.api()
                    .get("/api/v1/me/inbox?limit=100" + after)
                    .expect(200)
                    .json();
            titles.addAll(page.path("items").findValuesAsString("title"));
            String next = page.path("next").asString("");
            after = next.isEmpty() ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!after.isEmpty());
        return titles;
    }

    /** Waits until every event about the object was dealt with and every message about it came to its end. */
    public void settle(String object) {
        Awaitility.await().atMost(A_WHILE).until(() -> unfinished(object) == 0);
    }

    private int unfinished(String object) {
        return database.sql("""
                        select (select count(*) from event_publication where serialized_event like '%' || :object || '%')
                            + (select count(*) from campaign_recipient r join campaign c on c.id = r.campaign_id
                                where c.key like '%' || :object || '%' and r.state in ('READY', 'SENDING'))
                        """).param("object", object).query(Integer.class).single();
    }
}
