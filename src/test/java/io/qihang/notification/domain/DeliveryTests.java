package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.embedded.EmbeddedServices;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Ids;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending against the WeChat stand-in, whose journal shows every call that reached it. */
@SystemTest
class DeliveryTests {

    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final String TEMPLATE = EmbeddedServices.POLICY_TEMPLATE;

    @Autowired
    Campaigns campaigns;

    @Autowired
    MessageSending sending;

    @Autowired
    Deliveries deliveries;

    @Autowired
    CampaignMapper mapper;

    @Autowired
    Ids ids;

    @Autowired
    Phones phones;

    @Autowired
    WeChatSimulator weChat;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String key = "test:" + UUID.randomUUID();

    @AfterEach
    void calm() {
        weChat.clearFaults();
        clock.reset();
    }

    @Test
    void the_inbox_has_it_always_and_wechat_sends_it_to_those_who_asked() throws InterruptedException {
        Phones.Person asked = subscriber();
        Phones.Person silent = phones.signIn();
        open(asked, silent);
        assertEnd(1, RecipientState.SENT, asked);
        assertThat(states(silent)).containsExactly(RecipientState.UNSUBSCRIBED);
        assertThat(sends(silent)).isEmpty();
        for (Phones.Person each : List.of(asked, silent)) {
            assertThat(each.api().get("/api/v1/me/inbox").expect(200).at("/items/0/title"))
                    .isEqualTo("新政策");
        }
        var message = weChat.messages(asked.openid()).get(0);
        assertThat(message.page()).isEqualTo("pages/policy/show?id=1");
        assertThat(message.data()).containsEntry("thing1", "关于开展申报的通知");
        assertThat(balance(asked)).isZero();
    }

    /** What goes wrong, what it ends as, how many messages WeChat took, and the accepts left. */
    record Trouble(FaultAction action, boolean afterTheDeed, RecipientState end, int taken, int balance) {}

    static final List<Trouble> troubles = List.of(
            new Trouble(new FaultAction.Errcode(43101), false, RecipientState.UNSUBSCRIBED, 0, 0),
            new Trouble(new FaultAction.Errcode(40003), false, RecipientState.FAILED, 0, 1),
            new Trouble(new FaultAction.Errcode(-1), false, RecipientState.UNKNOWN, 0, 0),
            new Trouble(new FaultAction.Errcode(-1), true, RecipientState.UNKNOWN, 1, 0),
            new Trouble(new FaultAction.Reset(), true, RecipientState.UNKNOWN, 1, 0),
            new Trouble(new FaultAction.Http(502), true, RecipientState.UNKNOWN, 1, 0),
            new Trouble(new FaultAction.EmptyJson(), true, RecipientState.UNKNOWN, 1, 0));

    @ParameterizedTest
    @FieldSource("troubles")
    void each_trouble_has_its_end_and_is_tried_once(Trouble trouble) throws InterruptedException {
        Phones.Person person = subscriber();
        Fault fault =
                trouble.afterTheDeed() ? Fault.after(SEND, trouble.action()) : Fault.before(SEND, trouble.action());
        weChat.fault(fault.forOpenid(person.openid()));
        open(person);
        assertEnd(1, trouble.end(), person);
        clock.move(Duration.ofHours(12));
        sending.run();
        assertThat(sends(person)).hasSize(1);
        assertThat(weChat.messages(person.openid())).hasSize(trouble.taken());
        assertThat(balance(person)).isEqualTo(trouble.balance());
        assertThat(progress().closedAt()).isNotNull();
    }

    @Test
    void wechats_own_word_counts_more_than_the_balance() throws InterruptedException {
        Phones.Person person = phones.signIn();
        report(person);
        open(person);
        assertEnd(1, RecipientState.UNSUBSCRIBED, person);
        assertThat(sends(person)).hasSize(1);
        assertThat(balance(person)).isZero();
    }

    @Test
    void what_wechat_had_no_time_for_is_sent_later_and_keeps_the_campaign_open() throws InterruptedException {
        Phones.Person person = subscriber();
        weChat.fault(Fault.before(SEND, new FaultAction.Errcode(45009))
                .forOpenid(person.openid())
                .times(2));
        open(person);
        await().untilAsserted(() -> {
            sending.run();
            assertThat(sends(person)).hasSize(1);
            assertThat(states(person)).containsExactly(RecipientState.READY);
        });
        assertThat(progress().waiting()).isEqualTo(1);
        assertThat(progress().closedAt()).isNull();
        clock.move(Duration.ofSeconds(16));
        await().untilAsserted(() -> {
            sending.run();
            assertThat(sends(person)).hasSize(2);
            assertThat(states(person)).containsExactly(RecipientState.READY);
        });
        clock.move(Duration.ofSeconds(31));
        assertEnd(1, RecipientState.SENT, person);
        assertThat(weChat.messages(person.openid())).hasSize(1);
        assertThat(balance(person)).isZero();
    }

    @Nested
    class A_node_that_dies_between_claim_and_answer {

        private final Phones.Person person = subscriber();

        @Test
        void leaves_a_message_nobody_knows_about_and_nobody_sends_again() throws InterruptedException {
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, "
                            + "lease_until = now() - interval '1 second' where campaign_id = ");
            assertEnd(1, RecipientState.UNKNOWN, person);
            clock.move(Duration.ofHours(12));
            sending.run();
            assertThat(sends(person)).isEmpty();
        }

        @Test
        void keeps_its_claim_as_long_as_the_lease_runs() throws InterruptedException {
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, "
                            + "lease_until = now() + interval '60 seconds' where campaign_id = ");
            sending.run();
            assertThat(states(person)).containsExactly(RecipientState.SENDING);
            assertThat(progress().closedAt()).isNull();
        }

        @Test
        void cannot_write_its_outcome_once_the_lease_has_ended() throws InterruptedException {
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, "
                            + "lease_until = now() - interval '1 second' where campaign_id = ");
            assertEnd(1, RecipientState.UNKNOWN, person);
            deliveries.finish(delivery(person), Outcome.of(new io.qihang.wechat.SendOutcome.Refused(40003), 1));
            assertThat(states(person)).containsExactly(RecipientState.UNKNOWN);
        }

        private DeliveryMapper.Delivery delivery(Phones.Person to) {
            return new DeliveryMapper.Delivery(campaignId(), to.id(), 1, "policy", "", new CampaignText(Map.of()));
        }

        @Test
        void a_message_wechat_finds_fault_with_is_not_tried_on_the_others() {
            Phones.Person other = subscriber();
            transaction.executeWithoutResult(status -> {
                campaigns.open(campaign(), List.of(person.id(), other.id()));
                database.sql("update campaign_recipient set next_at = now() + interval '1 day' where campaign_id = ?")
                        .param(campaignId())
                        .update();
                database.sql("""
                                update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null,
                                    lease_until = now() + interval '60 seconds'
                                where campaign_id = ? and person_id = ?
                                """).param(campaignId()).param(person.id().value()).update();
            });
            deliveries.finish(delivery(person), Outcome.of(new io.qihang.wechat.SendOutcome.Refused(47003), 1));
            assertThat(states(other)).containsExactly(RecipientState.FAILED);
            assertThat(balance(other)).isEqualTo(1);
        }
    }

    @Test
    void many_workers_send_each_message_once() throws InterruptedException, ExecutionException {
        List<Phones.Person> persons =
                IntStream.range(0, 20).mapToObj(it -> subscriber()).toList();
        open(persons.toArray(Phones.Person[]::new));
        var workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> nodes = Stream.<Future<?>>generate(() -> workers.submit(() -> {
                        sending.run();
                        return true;
                    }))
                    .limit(4)
                    .toList();
            for (Future<?> node : nodes) node.get();
        } finally {
            workers.shutdown();
        }
        assertEnd(20, RecipientState.SENT, persons.toArray(Phones.Person[]::new));
        assertThat(persons).allSatisfy(it -> {
            assertThat(sends(it)).hasSize(1);
            assertThat(weChat.messages(it.openid())).hasSize(1);
        });
    }

    @Test
    void the_same_occasion_is_told_once() throws InterruptedException {
        Phones.Person first = subscriber();
        Phones.Person second = subscriber();
        open(first, first);
        assertEnd(1, RecipientState.SENT, first);
        assertThat(transaction.<Boolean>execute(status -> campaigns.open(campaign(), List.of(first.id(), second.id()))))
                .isFalse();
        sending.run();
        assertThat(weChat.messages(first.openid())).hasSize(1);
        assertThat(sends(second)).isEmpty();
        assertThat(progress().recipients()).isEqualTo(1);
    }

    @Test
    void a_message_without_a_template_stays_in_the_inbox() {
        Phones.Person person = subscriber();
        var inboxOnly = new NewCampaign(key, new RegionCode("371525"), "诉求已办结", "请确认。", "pages/t", null, Map.of());
        transaction.executeWithoutResult(status -> campaigns.open(inboxOnly, List.of(person.id())));
        assertThat(states(person)).containsExactly(RecipientState.INBOX_ONLY);
        assertThat(person.api().get("/api/v1/me/inbox").expect(200).at("/items/0/title"))
                .isEqualTo("诉求已办结");
    }

    @Test
    void a_template_wechat_has_not_granted_leaves_the_message_in_the_inbox() {
        Phones.Person person = subscriber();
        var applied = new NotificationSettings.Template("", "新政策提醒", Map.of("title", "thing1"));
        var book = new CampaignBook(mapper, new NotificationSettings(Map.of("policy", applied)), ids, clock);
        transaction.executeWithoutResult(status -> book.open(campaign(), List.of(person.id())));
        assertThat(states(person)).containsExactly(RecipientState.INBOX_ONLY);
        assertThat(balance(person)).isEqualTo(1);
    }

    private Phones.Person subscriber() {
        Phones.Person person = phones.signIn();
        weChat.accept(person.openid(), TEMPLATE);
        report(person);
        return person;
    }

    private static void report(Phones.Person person) {
        person.api()
                .once()
                .post(
                        "/api/v1/me/subscriptions",
                        Map.of("answers", List.of(Map.of("templateId", TEMPLATE, "answer", "ACCEPT"))))
                .expect(200);
    }

    private NewCampaign campaign() {
        return new NewCampaign(
                key,
                new RegionCode("371525"),
                "新政策",
                "关于开展申报的通知",
                "pages/policy/show?id=1",
                "policy",
                Map.of("title", "关于开展申报的通知", "date", "2026年11月22日", "note", "请点开查看"));
    }

    private void open(Phones.Person... persons) {
        var recipients = Stream.of(persons).map(Phones.Person::id).toList();
        transaction.executeWithoutResult(status -> campaigns.open(campaign(), recipients));
    }

    /** Opens the campaign and changes its recipients in the same transaction, before any worker sees them. */
    private void openBut(Phones.Person person, String change) {
        transaction.executeWithoutResult(status -> {
            campaigns.open(campaign(), List.of(person.id()));
            database.sql(change + "'" + campaignId() + "'").update();
        });
    }

    private UUID campaignId() {
        return database.sql("select id from campaign where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }

    /** Works until the campaign is closed and shows that every one of its persons came to this end. */
    private void assertEnd(int count, RecipientState end, Phones.Person... persons) throws InterruptedException {
        sending.run();
        await().until(() -> persons.length == 0 || states(persons[0]).get(0).isEnd());
        await().untilAsserted(() -> assertThat(Stream.of(persons).flatMap(it -> states(it).stream()))
                .hasSize(count)
                .containsOnly(end));
        sending.run();
        assertThat(progress().closedAt()).isNotNull();
    }

    private CampaignProgress progress() {
        return campaigns.progress(key).orElseThrow();
    }

    private List<RecipientState> states(Phones.Person person) {
        return campaigns.recipients(key, null, new PageRequest(null, 100)).items().stream()
                .filter(it -> it.person().equals(person.id()))
                .map(CampaignRecipient::state)
                .toList();
    }

    private List<JournalEntry> sends(Phones.Person person) {
        return weChat.journal(SEND).stream()
                .filter(it -> person.openid().equals(it.openid()))
                .toList();
    }

    private static int balance(Phones.Person person) {
        return person.api()
                .get("/api/v1/me/subscriptions")
                .expect(200)
                .json()
                .path("templates")
                .valueStream()
                .filter(it -> it.path("templateId").asString().equals(TEMPLATE))
                .findFirst()
                .orElseThrow()
                .path("balance")
                .asInt();
    }
}
