package io.qihang.ticket.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an enterprise is told of its ticket, and of what it is told nothing: its own doings and the offices' among themselves. */
final class EnterpriseNotice {

    private static final String REOPEN = "仍没有解决的，点开后重新立项。";

    private EnterpriseNotice() {}

    /**
     * The message about a hop, if there is one; what is no longer to be confirmed is not asked for.
     *
     * @param office name of the office that holds the ticket; empty while none does
     */
    static Optional<Notice> of(Hop hop, Ticket ticket, String office) {
        return Optional.ofNullable(
                switch (hop.action()) {
                    case ACCEPT ->
                        Notice.about(
                                ticket,
                                "已受理",
                                "诉求已受理",
                                office + "已受理，" + until(ticket, StepKind.SOLVE, "办结") + "办理经过随时可以点开查看。",
                                "已受理，点开看办理期限");
                    case REPLY ->
                        Notice.about(
                                ticket,
                                "已答复",
                                "诉求有了答复",
                                office + "已答复，请点开查看。诉求继续办理，" + until(ticket, StepKind.SOLVE, "办结"),
                                "请点开查看答复");
                    case EXTEND ->
                        Notice.about(
                                ticket,
                                "已延期",
                                "办结期限延长",
                                "办理延期，" + until(ticket, StepKind.SOLVE, "办结") + "原因请点开查看。",
                                "办结期限延长，点开看原因");
                    case PAUSE -> paused(hop, ticket, office);
                    case NUDGE ->
                        ticket.waitsForEnterprise()
                                ? Notice.about(ticket, "待补充材料", "还在等您的材料", hop.text(), "请点开补充材料")
                                : null;
                    case END_PAUSE, LAPSE ->
                        Notice.about(
                                ticket, "恢复计时", "诉求恢复计时", hop.text() + until(ticket, StepKind.SOLVE, "办结"), "已恢复计时");
                    case ANSWER -> stillAsked(ticket, "请确认是否解决", office + "已办结答复。");
                    case ESCALATE ->
                        hop.status() == TicketStatus.ANSWERED
                                ? stillAsked(ticket, "确认期限已过，请尽快确认", "一直没有回应的，台账单位可以按“未回应”销号。")
                                : null;
                    case SUSPEND ->
                        Notice.about(
                                ticket,
                                "挂账",
                                "诉求暂时挂账",
                                "一时办不成，先挂账，不销号，" + until(ticket, StepKind.REVIEW, "复核") + "原因请点开查看。",
                                "暂时挂账，点开看原因");
                    case RESUME ->
                        Notice.about(
                                ticket,
                                "恢复办理",
                                "诉求恢复办理",
                                office + "恢复办理，" + until(ticket, StepKind.SOLVE, "办结"),
                                "已恢复办理");
                    case CLOSE_UNANSWERED ->
                        Notice.about(ticket, "未回应", "诉求按未回应销号", "一直没有收到您的确认，已按“未回应”销号。" + REOPEN, "按未回应销号，可重新立项");
                    case CONFIRM_OUTCOME ->
                        Notice.about(ticket, "已销号", "诉求销号", office + "的诉求办理：" + hop.text() + REOPEN, "没有解决的可重新立项");
                    case MERGE ->
                        hop.party() == Party.ENTERPRISE
                                ? null
                                : Notice.about(
                                        ticket, "一并办理", "与同类诉求一并办理", hop.text() + "编号和期限不变，办得怎样仍由您确认。", "与同类诉求一并办理");
                    case REOPEN -> hop.party() == Party.ENTERPRISE ? null : reopened(ticket, office);
                    default -> null;
                });
    }

    private static @Nullable Notice stillAsked(Ticket ticket, String what, String first) {
        if (ticket.status() != TicketStatus.ANSWERED) return null;
        String body = first + until(ticket, StepKind.CONFIRM, "确认") + "解决了请点“确认解决”；没有解决请点“没有解决”并说明原因，会继续办理。";
        return Notice.about(ticket, "待企业确认", what, body, "请点开确认是否解决");
    }

    private static @Nullable Notice paused(Hop hop, Ticket ticket, String office) {
        if (ticket.status() != TicketStatus.PAUSED) return null;
        return ticket.waitsForEnterprise()
                ? Notice.about(ticket, "待补充材料", "请补充材料", office + hop.text() + "请点开补充，交了就接着办。", "请点开补充材料")
                : Notice.about(ticket, "暂停计时", "诉求暂停计时", office + hop.text(), "办理暂停计时，点开看原因");
    }

    private static Notice reopened(Ticket ticket, String office) {
        return Notice.about(
                ticket, "重新立项", "诉求重新立项", office + "重新办理，" + until(ticket, StepKind.SOLVE, "办结"), "已重新立项，期限重新起算");
    }

    private static String until(Ticket ticket, StepKind kind, String what) {
        return ticket.steps()
                .latest(kind)
                .map(it -> what + "期限 " + HopTexts.moment(it.dueAt()) + "。")
                .orElse("");
    }
}
