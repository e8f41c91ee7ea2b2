package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.crypto.Vault;
import io.qihang.enterprise.domain.CountsAt;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.Listing;
import io.qihang.enterprise.domain.Registering;
import io.qihang.enterprise.domain.RegistrationForm;
import io.qihang.identity.PersonId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.SystemTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class FactBookTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String REVENUE = KnownFact.REVENUE.key();

    @Autowired
    FactBook book;

    @Autowired
    Registering registering;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private EnterpriseId enterprise = new EnterpriseId(UUID.randomUUID());

    @BeforeEach
    void anEnterprise() {
        String uscc = Usccs.next();
        new Listing(database, vault).add(uscc, "冠县事实有限公司", "371525104", null);
        var form = new RegistrationForm(
                new Uscc(uscc),
                new EnterpriseName("冠县事实有限公司"),
                null,
                new RegionCode("371525104"),
                CountsAt.OPERATING,
                "C34",
                "虚构联系人",
                "13800000001",
                MemberRole.CLERK);
        enterprise = Objects.requireNonNull(
                registering.submit(new PersonId(UUID.randomUUID()), form).enterprise());
    }

    private NewFact fact(String key, FactValue value, LocalDate from, String source) {
        return new NewFact(
                enterprise, key, value, null, new FactSource(FactSource.Kind.OFFICER, source), from, null, null);
    }

    private void record(NewFact... facts) {
        transaction.executeWithoutResult(status -> book.record(List.of(facts)));
    }

    private Optional<String> revenueOn(LocalDate day) {
        return book.asOf(enterprise, REVENUE, day).map(it -> it.value().text());
    }

    @Test
    void any_past_day_can_be_asked() {
        record(fact(REVENUE, FactValue.of(new BigDecimal("100.50")), JANUARY, "a"));
        record(fact(REVENUE, FactValue.of(new BigDecimal("200")), MARCH, "b"));
        assertThat(revenueOn(JANUARY.minusDays(1))).isEmpty();
        assertThat(revenueOn(JANUARY)).contains("100.5");
        assertThat(revenueOn(MARCH.minusDays(1))).contains("100.5");
        assertThat(revenueOn(MARCH)).contains("200");
        assertThat(book.current(enterprise).find(REVENUE)).hasValueSatisfying(it -> {
            assertThat(it.value().number()).isEqualByComparingTo("200");
            assertThat(it.effectiveFrom()).isEqualTo(MARCH);
            assertThat(it.confirmed()).isFalse();
        });
    }

    @Test
    void a_late_word_about_an_earlier_time_leaves_what_holds_now() {
        record(fact(REVENUE, FactValue.of(new BigDecimal("200")), MARCH, "b"));
        record(fact(REVENUE, FactValue.of(new BigDecimal("100")), JANUARY, "a"));
        assertThat(book.current(enterprise).find(REVENUE).map(it -> it.value().text()))
                .contains("200");
        assertThat(revenueOn(JANUARY)).contains("100");
    }

    @Test
    void of_two_words_about_one_day_the_later_recorded_holds_until_it_is_withdrawn() {
        record(fact(REVENUE, FactValue.of(new BigDecimal("1")), JANUARY, "first"));
        record(fact(REVENUE, FactValue.of(new BigDecimal("2")), JANUARY, "second"));
        assertThat(revenueOn(JANUARY)).contains("2");
        var second = new FactSource(FactSource.Kind.OFFICER, "second");
        transaction.executeWithoutResult(status -> book.withdraw(second, null));
        assertThat(revenueOn(JANUARY)).contains("1");
        assertThat(book.current(enterprise).find(REVENUE).map(it -> it.value().text()))
                .contains("1");
        assertThat(book.history(enterprise, REVENUE)).hasSize(1);
    }

    @Test
    void persons_who_record_at_the_same_moment_do_not_lose_each_others_facts() throws Exception {
        var persons = Executors.newFixedThreadPool(4);
        try {
            var done = IntStream.range(0, 12)
                    .mapToObj(it -> persons.submit(() -> record(fact("fact_" + it, FactValue.of(true), JANUARY, "x"))))
                    .toList();
            for (var one : done) {
                one.get();
            }
        } finally {
            persons.shutdown();
        }
        assertThat(book.current(enterprise).facts()).hasSize(12);
    }

    @Test
    void every_type_of_value_comes_back_as_it_went_in() {
        record(
                fact("a_text", FactValue.of("轴承"), JANUARY, "x"),
                fact("a_day", FactValue.of(MARCH), JANUARY, "x"),
                fact("a_yes", FactValue.of(true), JANUARY, "x"),
                fact("a_number", FactValue.of(new BigDecimal("12345678901234.12345678")), JANUARY, "x"));
        var facts = book.current(List.of(enterprise)).get(enterprise);
        assertThat(Objects.requireNonNull(facts).find("a_day").map(it -> it.value()
                        .day()))
                .contains(MARCH);
        assertThat(facts.find("a_yes").map(it -> it.value().yes())).contains(true);
        assertThat(facts.find("a_number").map(it -> it.value().number()))
                .contains(new BigDecimal("12345678901234.12345678"));
        assertThatThrownBy(() -> facts.find("a_text").map(it -> it.value().number()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_future_a_bad_key_and_a_lonely_write_are_refused() {
        assertThatThrownBy(() -> record(fact(REVENUE, FactValue.of("x"), LocalDate.of(2099, 1, 1), "x")))
                .hasMessageContaining("还没有到");
        assertThatThrownBy(() -> fact("Revenue!", FactValue.of("x"), JANUARY, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.record(List.of(fact(REVENUE, FactValue.of("x"), JANUARY, "x"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
