package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.notification.domain.Outcome.Credit;
import io.qihang.wechat.SendOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @Test
    void a_message_wechat_took_is_sent_and_has_used_an_accept() {
        Outcome outcome = Outcome.of(new SendOutcome.Sent("186"), 1);
        assertThat(outcome.change()).isEqualTo(RecipientChange.TAKEN);
        assertThat(outcome.msgid()).isEqualTo("186");
        assertThat(outcome.credit()).isEqualTo(Credit.USED);
    }

    @Test
    void who_is_not_subscribed_is_no_failure_and_has_no_accept_left() {
        Outcome outcome = Outcome.of(new SendOutcome.Refused(43101), 1);
        assertThat(outcome.change()).isEqualTo(RecipientChange.NOT_SUBSCRIBED);
        assertThat(outcome.credit()).isEqualTo(Credit.NONE_LEFT);
        assertThat(outcome.fault()).isNull();
    }

    @Test
    void an_unknown_user_fails_alone() {
        Outcome outcome = Outcome.of(new SendOutcome.Refused(40003), 1);
        assertThat(outcome.change()).isEqualTo(RecipientChange.REFUSED);
        assertThat(outcome.fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {40037, 41030, 43107, 45168, 47001, 47003})
    void a_message_wechat_finds_fault_with_fails_for_all(int code) {
        Outcome outcome = Outcome.of(new SendOutcome.Refused(code), 1);
        assertThat(outcome.change()).isEqualTo(RecipientChange.REFUSED);
        assertThat(outcome.fault()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "-1, BUSY"})
    void a_doubt_is_never_tried_again(int code, Outcome.Complaint complaint) {
        Outcome outcome = Outcome.of(new SendOutcome.Unknown(code), 1);
        assertThat(outcome.change()).isEqualTo(RecipientChange.LOST);
        assertThat(outcome.retryAfter()).isNull();
        assertThat(outcome.credit()).isEqualTo(Credit.USED);
        assertThat(outcome.complaint()).isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource({"45009, TOO_MUCH", "45011, TOO_MUCH", "44990, TOO_MUCH", "44991, TOO_MUCH", "43108, NONE", "0, NONE"})
    void a_limit_asks_for_a_slower_pace(int code, Outcome.Complaint complaint) {
        assertThat(Outcome.of(new SendOutcome.Later(code), 1).complaint()).isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource({"1, 15", "2, 30", "3, 60", "7, 960", "8, 1800", "19, 1800"})
    void what_was_not_sent_waits_twice_as_long_each_time_up_to_half_an_hour(int attempt, int seconds) {
        Outcome outcome = Outcome.of(new SendOutcome.Later(45009), attempt);
        assertThat(outcome.change()).isEqualTo(RecipientChange.POSTPONED);
        assertThat(outcome.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(outcome.credit()).isEqualTo(Credit.GIVEN_BACK);
    }

    @Test
    void after_twenty_attempts_it_has_failed() {
        Outcome outcome = Outcome.of(new SendOutcome.Later(0), Outcome.MAX_ATTEMPTS);
        assertThat(outcome.change()).isEqualTo(RecipientChange.REFUSED);
        assertThat(outcome.retryAfter()).isNull();
    }

    @Test
    void texts_are_cut_to_what_a_field_holds() {
        var template = new NotificationSettings.Template(
                "T",
                "提醒",
                NotificationSettings.Kind.ONE_TIME,
                Lane.MANY,
                Map.of("title", "thing1", "date", "date2", "note", "thing3"));
        String title = "冠县中小企业“育苗扶壮”梯度培育计划三年行动实施方案\n😀";
        Map<String, String> data = Wording.of(template, Map.of("title", title, "date", "2026年11月22日"));
        assertThat(data)
                .containsOnly(
                        Map.entry("thing1", "冠县中小企业“育苗扶壮”梯度培育计划三…"),
                        Map.entry("date2", "2026年11月22日"),
                        Map.entry("thing3", "—"));
        assertThat(data.get("thing1")).hasSize(20);
    }
}
