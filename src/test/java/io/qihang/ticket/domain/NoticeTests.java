package io.qihang.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what of which hop. */
class NoticeTests {

    private static Hop hop(TicketAction action, TicketStatus status, Party party) {
        UUID account = party == Party.SYSTEM ? null : Examples.SOMEONE;
        return new Hop(
                Examples.raised().id(), 2, action, status, party, account, "fgj", Examples.RECEIVED, "说明。", null);
    }

    private static Optional<Notice> told(TicketAction action, TicketStatus status, Party party) {
        return EnterpriseNotice.of(hop(action, status, party), Examples.in(status), "县发展和改革局");
    }

    private static Optional<StaffNotice> staff(TicketAction action, TicketStatus status) {
        return StaffNotice.of(hop(action, status, Party.SYSTEM), Examples.in(status), "虚构企业");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCEPT,           HANDLING,   已受理,     办结期限 2026年10月27日 18:00
            REPLY,            HANDLING,   已答复,     请点开查看
            EXTEND,           HANDLING,   已延期,     办结期限
            ANSWER,           ANSWERED,   待企业确认, 没有解决请点“没有解决”
            ESCALATE,         ANSWERED,   待企业确认, 台账单位可以按“未回应”销号
            PAUSE,            PAUSED,     待补充材料, 请点开补充
            NUDGE,            PAUSED,     待补充材料, GX-2026
            END_PAUSE,        HANDLING,   恢复计时,   办结期限
            LAPSE,            HANDLING,   恢复计时,   办结期限
            SUSPEND,          SUSPENDED,  挂账,       不销号
            RESUME,           HANDLING,   恢复办理,   办结期限
            CLOSE_UNANSWERED, CLOSED,     未回应,     重新立项
            CONFIRM_OUTCOME,  CLOSED,     已销号,     重新立项
            MERGE,            HANDLING,   一并办理,   仍由您确认
            """)
    void the_enterprise_reads_what_to_do_next(TicketAction action, TicketStatus status, String word, String says) {
        var notice = told(action, status, Party.HANDLER).orElseThrow();
        assertThat(notice.status()).isEqualTo(word);
        assertThat(notice.body()).startsWith("GX-2026-000001，").contains(says);
        assertThat(notice.headline()).endsWith("：厂区频繁停电");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RAISE",
                "CONFIRM",
                "REJECT",
                "DISPATCH",
                "RETURN",
                "RELEASE",
                "PROGRESS",
                "ASK_SUSPENSION",
                "SUPPLY",
                "ASK_EXTENSION",
                "PROPOSE_OUTCOME",
                "WITHDRAW",
                "SUPPLEMENT",
                "SPLIT"
            })
    void of_its_own_doings_and_the_offices_own_it_is_told_nothing(TicketAction action) {
        assertThat(told(action, TicketStatus.HANDLING, Party.HANDLER)).isEmpty();
    }

    @Test
    void reopening_is_told_when_the_office_did_it() {
        assertThat(told(TicketAction.REOPEN, TicketStatus.DISPATCHED, Party.ENTERPRISE))
                .isEmpty();
        assertThat(told(TicketAction.REOPEN, TicketStatus.DISPATCHED, Party.LEDGER))
                .isPresent();
    }

    @Test
    void nobody_is_asked_to_confirm_what_was_confirmed_meanwhile() {
        var answered = hop(TicketAction.ANSWER, TicketStatus.ANSWERED, Party.HANDLER);
        assertThat(EnterpriseNotice.of(answered, Examples.in(TicketStatus.CLOSED), "县发展和改革局"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            RAISE,              COLLECTED,        LEDGER
            RETURN,             COLLECTED,        LEDGER
            DISPATCH,           DISPATCHED,       HANDLER
            REOPEN,             DISPATCHED,       HANDLER
            RELEASE,            DISPATCHED,       HANDLER
            RELEASE,            PAUSED,           HANDLER
            REJECT,             HANDLING,         HANDLER
            CONFIRM,            CLOSED,           HANDLER
            ASK_SUSPENSION,     SUSPENSION_ASKED, LEDGER
            SUSPEND,            SUSPENDED,        HANDLER
            REFUSE_SUSPENSION,  HANDLING,         HANDLER
            SUPPLY,             HANDLING,         HANDLER
            LAPSE,              HANDLING,         HANDLER
            ASK_EXTENSION,      HANDLING,         LEDGER
            EXTEND,             HANDLING,         HANDLER
            REFUSE_EXTENSION,   HANDLING,         HANDLER
            PROPOSE_OUTCOME,    OUTCOME_PROPOSED, LEDGER
            PROPOSE_OUTCOME,    ANSWERED,         LEDGER
            REFUSE_OUTCOME,     HANDLING,         HANDLER
            CONFIRM_OUTCOME,    CLOSED,           HANDLER
            WITHDRAW,           CLOSED,           HANDLER
            MERGE,              DISPATCHED,       HANDLER
            SUPPLEMENT,         HANDLING,         HANDLER
            ESCALATE,           COLLECTED,        LEDGER
            ESCALATE,           DISPATCHED,       HANDLER
            ESCALATE,           HANDLING,         HANDLER
            ESCALATE,           SUSPENSION_ASKED, LEDGER
            ESCALATE,           ANSWERED,         LEDGER
            ESCALATE,           SUSPENDED,        LEDGER
            """)
    void staff_are_told_when_it_is_their_turn(TicketAction action, TicketStatus status, Party to) {
        assertThat(staff(action, status).orElseThrow().to()).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ACCEPT",
                "PROGRESS",
                "REPLY",
                "PAUSE",
                "NUDGE",
                "END_PAUSE",
                "ANSWER",
                "RESUME",
                "CLOSE_UNANSWERED",
                "RECALCULATE",
                "MERGE",
                "SPLIT"
            })
    void of_their_own_doings_staff_are_told_nothing(TicketAction action) {
        assertThat(staff(action, TicketStatus.HANDLING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_word_fits_its_field_of_the_subscribe_message(TicketAction action) {
        for (TicketStatus status : TicketStatus.values()) {
            told(action, status, Party.LEDGER).ifPresent(NoticeTests::assertFits);
            staff(action, status).map(StaffNotice::words).ifPresent(NoticeTests::assertFits);
        }
    }

    private static void assertFits(Notice notice) {
        assertThat(notice.status()).hasSizeBetween(2, 5);
        assertThat(notice.note()).hasSizeBetween(2, 20);
    }
}
