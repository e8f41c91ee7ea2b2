package io.qihang.ticket.domain;

import java.util.Optional;

/**
 * What staff are told of a ticket: whose turn it is, and what the enterprise said.
 *
 * @param to {@link Party#HANDLER} for the office that holds it, the office asked to assist or to decide finally, {@link Party#LEDGER} for those who keep the 台账
 */
record StaffNotice(Party to, Notice words) {

    private static final String DESK = "请登录控制台办理。";

    /** The message about a hop, if there is one. */
    static Optional<StaffNotice> of(Hop hop, Ticket ticket, String enterprise) {
        return switch (hop.action()) {
            case RAISE ->
                hop.party() == Party.LEDGER || ticket.commonProblem() != null
                        ? Optional.empty()
                        : ledger(ticket, enterprise, "待分派", "新诉求，请分派", StepKind.ACCEPT);
            case RETURN -> ledger(ticket, enterprise, "待分派", "承办单位退回，请重新分派", StepKind.ACCEPT);
            case APPEAL -> to(Party.ARBITER, ticket, enterprise, "待终审", "再次被退回，请确定承办单位", StepKind.ACCEPT);
            case RULE -> handler(ticket, enterprise, "待受理", "终审确定由贵单位办理，请受理", StepKind.ACCEPT);
            case URGE -> urged(hop, ticket, enterprise);
            case RELEASE -> toHandler(ticket, "待接手", "经办人离岗，请同事接手", enterprise + "的诉求。" + hop.text() + DESK);
            case ASK_ASSIST -> to(Party.ASSISTANT, ticket, enterprise, "请协办", "请配合办理一件诉求", StepKind.ASSIST);
            case FINISH_ASSIST -> handler(ticket, enterprise, "协办办结", "协办单位已办结", StepKind.SOLVE);
            case ASK_SUSPENSION -> ledger(ticket, enterprise, "待确认", "承办单位申请挂账，请确认", StepKind.SOLVE);
            case PROPOSE_OUTCOME -> ledger(ticket, enterprise, "待确认", "承办单位提出办理结果，请确认", StepKind.SOLVE);
            case CONFIRM_OUTCOME -> toHandler(ticket, "已销号", "办理结果已确认", enterprise + "的诉求，" + hop.text());
            case REFUSE_OUTCOME -> handler(ticket, enterprise, "办理中", "办理结果没有同意，请继续办理", StepKind.SOLVE);
            case WITHDRAW -> Optional.of(withdrawn(hop, ticket, enterprise));
            case MERGE ->
                hop.status() == TicketStatus.DISPATCHED
                        ? handler(ticket, enterprise, "待受理", "并入共性问题的诉求，请受理", StepKind.ACCEPT)
                        : Optional.empty();
            case SUPPLEMENT ->
                hop.office() == null
                        ? Optional.empty()
                        : toHandler(ticket, "补充情况", "企业补充情况", enterprise + "补充：" + hop.text());
            case DISPATCH -> handler(ticket, enterprise, "待受理", "新分派的诉求，请受理", StepKind.ACCEPT);
            case REOPEN -> handler(ticket, enterprise, "待受理", "诉求重新立项，请受理", StepKind.ACCEPT);
            case REJECT -> handler(ticket, enterprise, "未解决", "企业认为没有解决，请继续办理", StepKind.SOLVE);
            case REFUSE_SUSPENSION -> handler(ticket, enterprise, "办理中", "挂账没有同意，请继续办理", StepKind.SOLVE);
            case SUSPEND -> handler(ticket, enterprise, "挂账", "已同意挂账，请按期复核", StepKind.REVIEW);
            case SUPPLY -> handler(ticket, enterprise, "已补充", "企业补充了材料，请继续办理", StepKind.SOLVE);
            case LAPSE -> handler(ticket, enterprise, "恢复计时", "暂停到期，请继续办理", StepKind.SOLVE);
            case NUDGE ->
                ticket.status() != TicketStatus.PAUSED || ticket.waitsForEnterprise()
                        ? Optional.empty()
                        : toHandler(ticket, "等待中", "请跟进等待的事项", hop.text() + DESK);
            case ASK_EXTENSION -> ledger(ticket, enterprise, "待决定", "承办单位申请延期，请决定", StepKind.SOLVE);
            case EXTEND -> handler(ticket, enterprise, "已延期", "已同意延期，请按期办结", StepKind.SOLVE);
            case REFUSE_EXTENSION -> handler(ticket, enterprise, "办理中", "延期没有同意，请按期办结", StepKind.SOLVE);
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
        return to(Party.LEDGER, ticket, enterprise, status, what, due);
    }

    private static Optional<StaffNotice> to(
            Party party, Ticket ticket, String enterprise, String status, String what, StepKind due) {
        return Optional.of(
                new StaffNotice(party, Notice.about(ticket, status, what, body(ticket, enterprise, due), what)));
    }

    private static Optional<StaffNotice> urged(Hop hop, Ticket ticket, String enterprise) {
        Party party = hop.status() == TicketStatus.FINAL_REVIEW ? Party.ARBITER : Party.HANDLER;
        String body = enterprise + "的诉求，台账单位催办：" + hop.text() + DESK;
        return Optional.of(new StaffNotice(party, Notice.about(ticket, "催办", "催办", body, "台账单位催办，请抓紧办理")));
    }

    private static Optional<StaffNotice> handler(
            Ticket ticket, String enterprise, String status, String what, StepKind due) {
        return to(Party.HANDLER, ticket, enterprise, status, what, due);
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
