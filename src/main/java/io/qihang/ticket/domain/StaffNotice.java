package io.qihang.ticket.domain;

import java.util.Optional;

/**
 * What staff are told of a ticket: whose turn it is, and what the enterprise said.
 *
 * @param to {@link Party#HANDLER} for the office that holds it, {@link Party#LEDGER} for those who keep the 台账
 */
record StaffNotice(Party to, Notice words) {

    private static final String DESK = "请登录控制台办理。";

    /** The message about a hop, if there is one. */
    static Optional<StaffNotice> of(Hop hop, Ticket ticket, String enterprise) {
        return switch (hop.action()) {
            case RAISE -> ledger(ticket, enterprise, "待分派", "新诉求，请分派", StepKind.ACCEPT);
            case RETURN -> ledger(ticket, enterprise, "待分派", "承办单位退回，请重新分派", StepKind.ACCEPT);
            case ASK_SUSPENSION -> ledger(ticket, enterprise, "待确认", "承办单位申请挂账，请确认", StepKind.SOLVE);
            case PROPOSE_OUTCOME -> ledger(ticket, enterprise, "待确认", "承办单位提出办理结果，请确认", StepKind.SOLVE);
            case CONFIRM_OUTCOME -> toHandler(ticket, "已销号", "办理结果已确认", enterprise + "的诉求，" + hop.text());
            case REFUSE_OUTCOME -> handler(ticket, enterprise, "办理中", "办理结果没有同意，请继续办理", StepKind.SOLVE);
            case WITHDRAW -> Optional.of(withdrawn(hop, ticket, enterprise));
            case DISPATCH -> handler(ticket, enterprise, "待受理", "新分派的诉求，请受理", StepKind.ACCEPT);
            case REOPEN -> handler(ticket, enterprise, "待受理", "诉求重新立项，请受理", StepKind.ACCEPT);
            case REJECT -> handler(ticket, enterprise, "未解决", "企业认为没有解决，请继续办理", StepKind.SOLVE);
            case REFUSE_SUSPENSION -> handler(ticket, enterprise, "办理中", "挂账没有同意，请继续办理", StepKind.SOLVE);
            case SUSPEND -> handler(ticket, enterprise, "挂账", "已同意挂账，请按期复核", StepKind.REVIEW);
            case CONFIRM -> toHandler(ticket, "已销号", "企业已确认解决", enterprise + "已确认解决，已销号。");
            case ESCALATE -> Optional.of(escalated(hop, ticket, enterprise));
            default -> Optional.empty();
        };
    }

    private static StaffNotice withdrawn(Hop hop, Ticket ticket, String enterprise) {
        String body = enterprise + "撤回了诉求，不必再办。原因：" + hop.text();
        Party to = hop.office() == null ? Party.LEDGER : Party.HANDLER;
        return new StaffNotice(to, Notice.about(ticket, "已撤回", "企业撤回诉求", body, "企业撤回，不必再办"));
    }

    private static StaffNotice escalated(Hop hop, Ticket ticket, String enterprise) {
        boolean handling = hop.status() == TicketStatus.DISPATCHED || hop.status() == TicketStatus.HANDLING;
        String body = enterprise + "的诉求：" + hop.text() + DESK;
        return new StaffNotice(
                handling ? Party.HANDLER : Party.LEDGER, Notice.about(ticket, "超期催办", "超期催办", body, "期限已过，请尽快办理"));
    }

    private static Optional<StaffNotice> ledger(
            Ticket ticket, String enterprise, String status, String what, StepKind due) {
        return Optional.of(
                new StaffNotice(Party.LEDGER, Notice.about(ticket, status, what, body(ticket, enterprise, due), what)));
    }

    private static Optional<StaffNotice> handler(
            Ticket ticket, String enterprise, String status, String what, StepKind due) {
        return toHandler(ticket, status, what, body(ticket, enterprise, due));
    }

    private static Optional<StaffNotice> toHandler(Ticket ticket, String status, String what, String body) {
        return Optional.of(new StaffNotice(Party.HANDLER, Notice.about(ticket, status, what, body, what)));
    }

    private static String body(Ticket ticket, String enterprise, StepKind kind) {
        String due = ticket.steps()
                .latest(kind)
                .map(it -> kind.label() + "期限 " + HopTexts.moment(it.dueAt()) + "。")
                .orElse("");
        return enterprise + "的诉求。" + due + DESK;
    }
}
