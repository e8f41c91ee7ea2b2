package io.qihang.ticket.domain;

import java.util.Set;

/** Everything that can happen to a ticket; each happening is one hop the enterprise sees. */
public enum TicketAction {
    RAISE("提出诉求"),
    DISPATCH("分派"),
    RETURN("退回重派"),
    APPEAL("再次退回，报终审"),
    RULE("终审确定承办单位"),
    URGE("催办"),
    ASSIGN("更换经办人"),
    RELEASE("经办人离岗，待本单位接手"),
    ASK_ASSIST("请协办"),
    ACCEPT_ASSIST("协办受理"),
    FINISH_ASSIST("协办办结"),
    WITHDRAW_ASSIST("撤回协办"),
    ACCEPT("受理"),
    PROGRESS("办理进展"),
    REPLY("答复"),
    PAUSE("暂停计时"),
    NUDGE("提醒等待事项"),
    SUPPLY("企业补充材料"),
    END_PAUSE("恢复计时"),
    LAPSE("暂停到期，恢复计时"),
    ASK_EXTENSION("申请延期"),
    EXTEND("同意延期"),
    REFUSE_EXTENSION("不同意延期"),
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
    SUPPLEMENT("补充情况"),
    MERGE("并入共性问题"),
    SPLIT("移出共性问题"),
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

    /** Whether the clock of the office stands still, or goes on, after it. */
    boolean stopsOrStartsTheClock() {
        return switch (this) {
            case PAUSE, SUPPLY, END_PAUSE, LAPSE -> true;
            default -> false;
        };
    }

    /** Who may do it, in any state that knows it. */
    public Set<Party> parties() {
        return switch (this) {
            case RAISE -> Set.of(Party.ENTERPRISE, Party.COMMISSIONER, Party.LEDGER);
            case RULE -> Set.of(Party.ARBITER);
            case ASK_ASSIST, WITHDRAW_ASSIST, END_PAUSE -> Set.of(Party.LEDGER, Party.HANDLER);
            case ACCEPT_ASSIST, FINISH_ASSIST -> Set.of(Party.ASSISTANT);
            case DISPATCH, URGE, SUSPEND, REFUSE_SUSPENSION, CLOSE_UNANSWERED, EXTEND, REFUSE_EXTENSION ->
                Set.of(Party.LEDGER);
            case RETURN, APPEAL, ASSIGN, ACCEPT, PROGRESS, REPLY, ANSWER, ASK_SUSPENSION, PAUSE, ASK_EXTENSION ->
                Set.of(Party.HANDLER);
            case SUPPLY -> Set.of(Party.ENTERPRISE);
            case RESUME -> Set.of(Party.LEDGER, Party.HANDLER);
            case CONFIRM, REJECT -> Set.of(Party.ENTERPRISE);
            case PROPOSE_OUTCOME -> Set.of(Party.HANDLER);
            case CONFIRM_OUTCOME, REFUSE_OUTCOME -> Set.of(Party.LEDGER);
            case WITHDRAW, SUPPLEMENT -> Set.of(Party.ENTERPRISE);
            case MERGE -> Set.of(Party.ENTERPRISE, Party.LEDGER);
            case SPLIT -> Set.of(Party.LEDGER);
            case REOPEN -> Set.of(Party.ENTERPRISE, Party.LEDGER);
            case RELEASE, ESCALATE, RECALCULATE, NUDGE, LAPSE -> Set.of(Party.SYSTEM);
        };
    }
}
