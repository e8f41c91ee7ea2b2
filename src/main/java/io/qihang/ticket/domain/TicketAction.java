package io.qihang.ticket.domain;

import java.util.Set;

/** Everything that can happen to a ticket; each happening is one hop the enterprise sees. */
public enum TicketAction {
    RAISE("提出诉求"),
    DISPATCH("分派"),
    RETURN("退回重派"),
    ACCEPT("受理"),
    PROGRESS("办理进展"),
    REPLY("答复"),
    EXTEND("按复杂事项延长"),
    ANSWER("办结答复"),
    ASK_SUSPENSION("申请挂账"),
    SUSPEND("挂账"),
    REFUSE_SUSPENSION("不同意挂账"),
    RESUME("恢复办理"),
    CONFIRM("企业确认解决"),
    REJECT("企业认为未解决"),
    CLOSE_UNANSWERED("按未回应销号"),
    PROPOSE_OUTCOME("提出办理结果"),
    CONFIRM_OUTCOME("确认办理结果"),
    REFUSE_OUTCOME("不同意办理结果"),
    WITHDRAW("企业撤回"),
    REOPEN("重新立项"),
    ESCALATE("超期催办"),
    RECALCULATE("期限重算");

    private final String label;

    TicketAction(String label) {
        this.label = label;
    }

    /** The action as a person reads it. */
    public String label() {
        return label;
    }

    /** Who may do it, in any state that knows it. */
    public Set<Party> parties() {
        return switch (this) {
            case RAISE -> Set.of(Party.ENTERPRISE, Party.COMMISSIONER, Party.LEDGER);
            case DISPATCH, SUSPEND, REFUSE_SUSPENSION, CLOSE_UNANSWERED -> Set.of(Party.LEDGER);
            case RETURN, ACCEPT, PROGRESS, REPLY, EXTEND, ANSWER, ASK_SUSPENSION -> Set.of(Party.HANDLER);
            case RESUME -> Set.of(Party.LEDGER, Party.HANDLER);
            case CONFIRM, REJECT -> Set.of(Party.ENTERPRISE);
            case PROPOSE_OUTCOME -> Set.of(Party.HANDLER);
            case CONFIRM_OUTCOME, REFUSE_OUTCOME -> Set.of(Party.LEDGER);
            case WITHDRAW -> Set.of(Party.ENTERPRISE);
            case REOPEN -> Set.of(Party.ENTERPRISE, Party.LEDGER);
            case ESCALATE, RECALCULATE -> Set.of(Party.SYSTEM);
        };
    }
}
