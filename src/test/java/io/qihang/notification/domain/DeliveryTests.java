package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qihang.embedded.EmbeddedServices;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.notification.RecipientState;
import io.qihang.platform.Ids;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import io.qihang.wechat.SendOutcome;
import java.time.Duration;
import java.time.OffsetDateTime;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending against the WeChat stand-in, whose journal shows every call that reached it. */
@SystemTest
class DeliveryTests {

    /** Longer than WeChat's report is awaited. */
    private static final Duration DOUBT = Duration.ofMinutes(11);

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

    @Autowired
    NotificationSettings settings;

    @Autowired
    Quiet quiet;

    @Autowired
    ReportBook reports;

    @Autowired
    Limits limits;

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
        if (trouble.end() == RecipientState.UNKNOWN) {
            worked(person, RecipientState.DOUBTFUL);
            assertThat(progress().settledAt()).isNull();
            clock.move(DOUBT);
        }
        assertEnd(1, trouble.end(), person);
        clock.move(Duration.ofHours(12));
        sending.run();
        assertThat(sends(person)).hasSize(1);
        assertThat(weChat.messages(person.openid())).hasSize(trouble.taken());
        assertThat(balance(person)).isEqualTo(trouble.balance());
        assertThat(progress().closedAt()).isNull();
        clock.move(Duration.ofDays(14));
        sending.run();
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
        assertThat(progress().settledAt()).isNull();
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
            worked(person, RecipientState.DOUBTFUL);
            clock.move(DOUBT);
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
            assertThat(progress().settledAt()).isNull();
        }

        @Test
        void cannot_write_its_outcome_once_the_lease_has_ended() throws InterruptedException {
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, "
                            + "lease_until = now() - interval '1 second' where campaign_id = ");
            worked(person, RecipientState.DOUBTFUL);
            deliveries.finish(List.of(came(person, new SendOutcome.Refused(40003))));
            assertThat(states(person)).containsExactly(RecipientState.DOUBTFUL);
        }

        private Deliveries.Finished came(Phones.Person to, SendOutcome answer) {
            return new Deliveries.Finished(
                    new Deliveries.ToSend(
                            new DeliveryMapper.Delivery(campaignId(), to.id(), 1, 1), mapper.words(campaignId())),
                    Outcome.of(answer, 1));
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
            deliveries.finish(List.of(came(person, new SendOutcome.Refused(47003))));
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
        var applied = new NotificationSettings.Template(
                "", "新政策提醒", NotificationSettings.Kind.ONE_TIME, Lane.MANY, Map.of("title", "thing1"));
        var without = new NotificationSettings(
                Map.of("policy", applied),
                1,
                settings.pace(),
                settings.lease(),
                settings.doubt(),
                settings.closeAfter());
        var book = new CampaignBook(mapper, quiet, without, ids, clock);
        transaction.executeWithoutResult(status -> book.open(campaign(), List.of(person.id())));
        assertThat(states(person)).containsExactly(RecipientState.INBOX_ONLY);
        assertThat(balance(person)).isEqualTo(1);
    }

    @Nested
    class WeChats_report_after_no_clear_answer {

        private final Phones.Person person = subscriber();

        private void doubtful() {
            weChat.fault(Fault.after(SEND, new FaultAction.Reset()).forOpenid(person.openid()));
            open(person);
            worked(person, RecipientState.DOUBTFUL);
        }

        @ParameterizedTest
        @CsvSource({"0, SENT", "-1, FAILED"})
        void resolves_the_doubt_and_nothing_is_sent_again(int code, RecipientState end) throws InterruptedException {
            doubtful();
            reports.sent(person.openid(), TEMPLATE, "1864", clock.instant(), code);
            reports.sent(person.openid(), TEMPLATE, "1864", clock.instant(), code);
            assertThat(states(person)).containsExactly(end);
            clock.move(DOUBT);
            sending.run();
            assertThat(states(person)).containsExactly(end);
            assertThat(sends(person)).hasSize(1);
        }

        @Test
        void comes_late_and_still_counts() throws InterruptedException {
            doubtful();
            clock.move(DOUBT);
            assertEnd(1, RecipientState.UNKNOWN, person);
            reports.sent(person.openid(), TEMPLATE, null, clock.instant(), 0);
            assertThat(states(person)).containsExactly(RecipientState.SENT);
        }

        @Test
        void about_an_earlier_time_or_another_template_means_another_message() {
            doubtful();
            reports.sent(person.openid(), TEMPLATE, null, clock.instant().minus(Duration.ofHours(1)), 0);
            reports.sent(person.openid(), EmbeddedServices.TICKET_TEMPLATE, null, clock.instant(), 0);
            reports.sent(person.openid(), "nobody-knows-it", null, clock.instant(), 0);
            reports.sent("nobody", TEMPLATE, null, clock.instant(), 0);
            assertThat(states(person)).containsExactly(RecipientState.DOUBTFUL);
        }

        @Test
        void that_is_faster_than_the_answer_is_kept_until_then() throws InterruptedException {
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, sent_at = now(), "
                            + "lease_until = now() + interval '60 seconds' where campaign_id = ");
            reports.sent(person.openid(), TEMPLATE, "1865", clock.instant(), 0);
            assertThat(states(person)).containsExactly(RecipientState.SENDING);
            database.sql(
                            "update campaign_recipient set lease_until = now() - interval '1 second' where campaign_id = ?")
                    .param(campaignId())
                    .update();
            assertEnd(1, RecipientState.SENT, person);
        }

        @Test
        void can_turn_a_message_taken_into_a_failed_one() throws InterruptedException {
            open(person);
            assertEnd(1, RecipientState.SENT, person);
            String msgid = weChat.messages(person.openid()).get(0).msgid();
            reports.sent(person.openid(), TEMPLATE, msgid, clock.instant(), -1);
            assertThat(states(person)).containsExactly(RecipientState.FAILED);
        }
    }

    @Test
    void only_the_failed_are_sent_again() throws InterruptedException {
        Phones.Person failed = subscriber();
        Phones.Person doubtful = subscriber();
        Phones.Person silent = phones.signIn();
        Phones.Person reached = subscriber();
        weChat.fault(Fault.before(SEND, new FaultAction.Errcode(40003))
                .forOpenid(failed.openid())
                .times(1));
        weChat.fault(Fault.after(SEND, new FaultAction.Reset()).forOpenid(doubtful.openid()));
        open(failed, doubtful, silent, reached);
        worked(failed, RecipientState.FAILED);
        worked(doubtful, RecipientState.DOUBTFUL);
        worked(reached, RecipientState.SENT);
        assertThat(transaction.<Integer>execute(status -> campaigns.resendFailed(key)))
                .isEqualTo(1);
        worked(failed, RecipientState.SENT);
        assertThat(weChat.messages(failed.openid())).hasSize(1);
        for (Phones.Person other : List.of(doubtful, reached))
            assertThat(sends(other)).hasSize(1);
        assertThat(sends(silent)).isEmpty();
        assertRefused("NOTHING_FAILED");
        clock.move(Duration.ofDays(15));
        sending.run();
        assertRefused("CAMPAIGN_CLOSED");
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> campaigns.resendFailed(key)))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.code().toString()).isEqualTo(code));
    }

    @Nested
    class Who_reads_it {

        @Test
        void before_its_turn_is_not_sent_it_any_more() throws InterruptedException {
            Phones.Person person = subscriber();
            openBut(person, "update campaign_recipient set next_at = now() + interval '1 hour' where campaign_id = ");
            read(person);
            clock.move(Duration.ofHours(2));
            assertEnd(1, RecipientState.READ, person);
            assertThat(sends(person)).isEmpty();
            assertThat(balance(person)).isEqualTo(1);
        }

        @Test
        void while_it_is_being_sent_counts_when_the_attempt_has_ended() throws InterruptedException {
            Phones.Person person = subscriber();
            openBut(
                    person,
                    "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, sent_at = now(), "
                            + "lease_until = now() + interval '60 seconds' where campaign_id = ");
            read(person);
            assertThat(states(person)).containsExactly(RecipientState.SENDING);
            database.sql(
                            "update campaign_recipient set lease_until = now() - interval '1 second' where campaign_id = ?")
                    .param(campaignId())
                    .update();
            assertEnd(1, RecipientState.READ, person);
        }

        @Test
        void after_the_end_changes_nothing_that_was_reported() throws InterruptedException {
            Phones.Person person = subscriber();
            open(person);
            assertEnd(1, RecipientState.SENT, person);
            clock.move(Duration.ofDays(15));
            sending.run();
            read(person);
            assertThat(states(person)).containsExactly(RecipientState.SENT);
            transaction.executeWithoutResult(
                    status -> campaigns.noteTold(key, List.of(person.id()), UUID.randomUUID()));
            assertThat(states(person)).containsExactly(RecipientState.SENT);
        }

        @Test
        void counts_more_than_being_told_in_person_which_counts_more_than_the_rest() throws InterruptedException {
            Phones.Person person = phones.signIn();
            open(person);
            assertEnd(1, RecipientState.UNSUBSCRIBED, person);
            UUID commissioner = UUID.randomUUID();
            campaigns.noteTold(key, List.of(person.id()), commissioner);
            assertThat(states(person)).containsExactly(RecipientState.TOLD);
            read(person);
            campaigns.noteTold(key, List.of(person.id()), commissioner);
            assertThat(states(person)).containsExactly(RecipientState.READ);
        }

        private void read(Phones.Person person) {
            limits.forget();
            person.api()
                    .put("/api/v1/me/inbox/" + campaignId() + "/receipt", Map.of())
                    .expect(204);
        }
    }

    @Nested
    class A_message_to_many {

        @Test
        void stops_after_the_first_twenty_when_the_template_is_at_fault() throws InterruptedException {
            List<Phones.Person> persons = subscribers(30);
            String fault = weChat.fault(
                    Fault.before(SEND, new FaultAction.Errcode(47003)).forOpenid("*"));
            open(persons.toArray(Phones.Person[]::new));
            await().untilAsserted(() -> {
                sending.run();
                assertThat(progress().failed()).isEqualTo(30);
            });
            assertThat(persons.stream().flatMap(it -> sends(it).stream())).hasSizeBetween(1, CampaignBook.CANARY);
            assertThat(progress().fault()).satisfies(it -> {
                assertThat(it.code()).isEqualTo(47003);
                assertThat(it.advice()).contains("系统管理员");
            });
            assertThat(persons).allSatisfy(it -> assertThat(balance(it)).isEqualTo(1));

            weChat.removeFault(fault);
            assertThat(transaction.<Integer>execute(status -> campaigns.resendFailed(key)))
                    .isEqualTo(30);
            await().untilAsserted(() -> {
                sending.run();
                assertThat(progress().sent()).isEqualTo(30);
            });
            assertThat(progress().fault()).isNull();
            assertThat(persons)
                    .allSatisfy(it -> assertThat(weChat.messages(it.openid())).hasSize(1));
        }

        @Test
        void goes_on_after_the_first_twenty_when_nothing_is_wrong() {
            List<Phones.Person> persons = subscribers(25);
            open(persons.toArray(Phones.Person[]::new));
            assertThat(heldOnes()).isEqualTo(5);
            await().untilAsserted(() -> {
                sending.run();
                assertThat(progress().sent()).isEqualTo(25);
            });
        }

        private List<Phones.Person> subscribers(int count) {
            return IntStream.range(0, count).mapToObj(it -> subscriber()).toList();
        }

        private int heldOnes() {
            return database.sql(
                            "select count(*) from campaign_recipient where campaign_id = ? and next_at = 'infinity'")
                    .param(campaignId())
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void what_concerns_the_person_goes_before_what_goes_to_many() {
        Phones.Person one = subscriber();
        Phones.Person other = subscriber();
        weChat.accept(other.openid(), EmbeddedServices.TICKET_TEMPLATE);
        report(other, EmbeddedServices.TICKET_TEMPLATE);
        var claimed = transaction.execute(status -> {
            campaigns.open(campaign(), List.of(one.id()));
            var own = new NewCampaign(
                    key + ":own", new RegionCode("371525"), "诉求已办结", "请确认。", "pages/t", "ticket", Map.of());
            campaigns.open(own, List.of(other.id()));
            database.sql("update campaign_recipient set next_at = now() - interval '1 day' where campaign_id = ?")
                    .param(campaignId())
                    .update();
            var first = deliveries.claim(1).toSend();
            status.setRollbackOnly();
            return first;
        });
        assertThat(claimed).singleElement().satisfies(it -> assertThat(it.template())
                .isEqualTo("ticket"));
    }

    @Test
    void a_person_is_sent_one_message_at_a_time() throws InterruptedException {
        Phones.Person person = subscriber();
        subscriberOnceMore(person);
        openBut(
                person,
                "update campaign_recipient set state = 'SENDING', attempt = 1, next_at = null, sent_at = now(), "
                        + "lease_until = now() + interval '60 seconds' where campaign_id = ");
        var second = new NewCampaign(
                key + ":second",
                new RegionCode("371525"),
                "又一份",
                "请看。",
                "pages/t",
                "policy",
                campaign().fields());
        transaction.executeWithoutResult(status -> campaigns.open(second, List.of(person.id())));
        sending.run();
        assertThat(sends(person)).isEmpty();
        database.sql("update campaign_recipient set lease_until = now() - interval '1 second' where campaign_id = ?")
                .param(campaignId())
                .update();
        await().untilAsserted(() -> {
            sending.run();
            assertThat(sends(person)).hasSize(1);
        });
    }

    @Test
    void in_a_countys_quiet_hours_messages_wait_for_the_morning() throws InterruptedException {
        var county = new RegionCode("130600");
        Phones.Person person = subscriber();
        database.sql("insert into notification_setting values ('130600', '21:00', '08:00', '测试')")
                .update();
        quiet.forget();
        try {
            clock.set(OffsetDateTime.parse("2027-01-05T22:00:00+08:00").toInstant());
            var late = new NewCampaign(
                    key, county, "新政策", "请看。", "pages/t", "policy", campaign().fields());
            transaction.executeWithoutResult(status -> campaigns.open(late, List.of(person.id())));
            sending.run();
            assertThat(states(person)).containsExactly(RecipientState.READY);
            database.sql("update campaign_recipient set next_at = now() where campaign_id = ?")
                    .param(campaignId())
                    .update();
            sending.run();
            assertThat(states(person)).containsExactly(RecipientState.READY);
            assertThat(balance(person)).isEqualTo(1);
            clock.set(OffsetDateTime.parse("2027-01-06T08:00:01+08:00").toInstant());
            assertEnd(1, RecipientState.SENT, person);
        } finally {
            database.sql("delete from notification_setting where region_code = '130600'")
                    .update();
            quiet.forget();
        }
    }

    private Phones.Person subscriber() {
        Phones.Person person = phones.signIn();
        weChat.accept(person.openid(), TEMPLATE);
        report(person);
        return person;
    }

    private void subscriberOnceMore(Phones.Person person) {
        weChat.accept(person.openid(), TEMPLATE);
        report(person);
    }

    private static void report(Phones.Person person) {
        report(person, TEMPLATE);
    }

    private static void report(Phones.Person person, String template) {
        person.api()
                .once()
                .post(
                        "/api/v1/me/subscriptions",
                        Map.of("answers", List.of(Map.of("templateId", template, "answer", "ACCEPT"))))
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
        assertThat(progress().settledAt()).isNotNull();
    }

    /** Works until the person has come so far. */
    private void worked(Phones.Person person, RecipientState state) {
        await().untilAsserted(() -> {
            sending.run();
            assertThat(states(person)).containsExactly(state);
        });
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
