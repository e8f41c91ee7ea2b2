package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.embedded.EmbeddedServices;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the phone tells and what WeChat pushes make one balance. */
@SystemTest
class SubscriptionLedgerTests {

    private static final String TEMPLATE = EmbeddedServices.POLICY_TEMPLATE;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SubscriptionMapper mapper;

    @Autowired
    ReportBook reports;

    @Autowired
    Phones phones;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Test
    void a_tap_that_both_tell_counts_once_whoever_is_first() {
        Phones.Person phoneFirst = phones.signIn();
        phone(phoneFirst, Subscriptions.Answer.ACCEPT);
        reports.answered(phoneFirst.openid(), TEMPLATE, true, now());
        assertThat(balance(phoneFirst)).isEqualTo(1);

        Phones.Person pushFirst = phones.signIn();
        reports.answered(pushFirst.openid(), TEMPLATE, true, now());
        phone(pushFirst, Subscriptions.Answer.ACCEPT);
        assertThat(balance(pushFirst)).isEqualTo(1);
    }

    @Test
    void each_further_tap_counts_and_a_push_repeated_does_not() {
        Phones.Person person = phones.signIn();
        Instant tapped = now();
        for (int i = 0; i < 3; i++) reports.answered(person.openid(), TEMPLATE, true, tapped);
        assertThat(balance(person)).isEqualTo(1);
        reports.answered(person.openid(), TEMPLATE, true, tapped.plusSeconds(1));
        assertThat(balance(person)).isEqualTo(2);
        phone(person, Subscriptions.Answer.ACCEPT);
        phone(person, Subscriptions.Answer.ACCEPT);
        phone(person, Subscriptions.Answer.ACCEPT);
        assertThat(balance(person)).as("two of the three taps were pushed").isEqualTo(3);
    }

    @Test
    void an_accept_only_the_phone_tells_of_stands() {
        Phones.Person person = phones.signIn();
        phone(person, Subscriptions.Answer.ACCEPT);
        clock.move(Duration.ofMinutes(11));
        reports.answered(person.openid(), TEMPLATE, true, now());
        assertThat(balance(person)).as("another tap, eleven minutes later").isEqualTo(2);
    }

    @Test
    void switching_it_off_voids_what_was_accepted_before_and_not_what_was_accepted_after() {
        Instant monday = now().minus(Duration.ofDays(3));
        var story = List.of(
                new Told(true, monday),
                new Told(true, monday.plusSeconds(60)),
                new Told(false, monday.plusSeconds(3600)),
                new Told(true, monday.plusSeconds(7200)));
        for (int seed = 0; seed < 8; seed++) {
            List<Told> order = new ArrayList<>(story);
            Collections.shuffle(order, new Random(seed));
            Phones.Person person = phones.signIn();
            order.forEach(it -> reports.answered(person.openid(), TEMPLATE, it.accepted(), it.at()));
            assertThat(balance(person)).as("told in the order " + order).isEqualTo(1);
            assertThat(offer(person).rejected()).isFalse();
        }
    }

    private record Told(boolean accepted, Instant at) {}

    @Test
    void a_rejection_is_kept_until_the_next_accept() {
        Phones.Person person = phones.signIn();
        phone(person, Subscriptions.Answer.ACCEPT);
        clock.move(Duration.ofSeconds(2));
        phone(person, Subscriptions.Answer.REJECT);
        assertThat(offer(person).rejected()).isTrue();
        assertThat(balance(person)).isZero();
        clock.move(Duration.ofMinutes(30));
        phone(person, Subscriptions.Answer.ACCEPT);
        assertThat(offer(person).rejected()).isFalse();
        assertThat(balance(person)).isEqualTo(1);
    }

    @Test
    void sending_uses_a_one_time_accept_and_leaves_a_long_term_one() {
        Phones.Person once = phones.signIn();
        Phones.Person always = phones.signIn();
        for (Phones.Person it : List.of(once, always)) phone(it, Subscriptions.Answer.ACCEPT);
        database.sql("update subscription_balance set long_term = true where person_id = ?")
                .param(always.id().value())
                .update();
        var accounts = new SubscriptionMapper.Accounts(List.of(account(once), account(always)));
        assertThat(take(accounts)).containsExactlyInAnyOrder(once.id(), always.id());
        assertThat(take(accounts)).containsExactly(always.id());
        transaction.executeWithoutResult(status -> mapper.giveBack(accounts, now()));
        assertThat(balance(once)).isEqualTo(1);
        assertThat(balance(always)).isEqualTo(1);
        transaction.executeWithoutResult(status -> mapper.exhaust(accounts, now()));
        assertThat(take(accounts)).isEmpty();
    }

    private List<io.qihang.identity.PersonId> take(SubscriptionMapper.Accounts accounts) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> mapper.take(accounts, now())));
    }

    private static SubscriptionMapper.Account account(Phones.Person person) {
        return new SubscriptionMapper.Account(person.id().value(), "policy");
    }

    private void phone(Phones.Person person, Subscriptions.Answer answer) {
        clock.move(Duration.ofMillis(5));
        subscriptions.report(person.id(), List.of(new Subscriptions.Report(TEMPLATE, answer)));
    }

    private Subscriptions.Offer offer(Phones.Person person) {
        return subscriptions.of(person.id()).stream()
                .filter(it -> it.templateId().equals(TEMPLATE))
                .findFirst()
                .orElseThrow();
    }

    private int balance(Phones.Person person) {
        return offer(person).balance();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
