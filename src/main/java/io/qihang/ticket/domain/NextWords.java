package io.qihang.ticket.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has to do what next, until when, in plain words. */
final class NextWords {

    private NextWords() {}

    /**
     * The sentence; null once the ticket is closed.
     *
     * @param running its running deadlines, soonest first
     * @param office name of the office that has it
     */
    static @Nullable String of(TicketStatus status, List<Step> running, String office) {
        return switch (status) {
            case COLLECTED, DISPATCHED ->
                until(running, StepKind.ACCEPT, office, status == TicketStatus.COLLECTED ? "分派" : "受理");
            case FINAL_REVIEW -> until(running, StepKind.ACCEPT, office, "确定由哪个单位办理");
            case PAUSED -> office + "在等待，计时暂停；等到了就恢复。";
            case HANDLING -> {
                boolean replied = running.stream().noneMatch(it -> it.kind() == StepKind.REPLY);
                yield replied
                        ? until(running, StepKind.SOLVE, office, "办结")
                        : until(running, StepKind.REPLY, office, "答复");
            }
            case SUSPENSION_ASKED -> until(running, StepKind.SOLVE, "台账单位", "决定是否同意挂账");
            case OUTCOME_PROPOSED -> until(running, StepKind.SOLVE, "台账单位", "确认办理结果");
            case ANSWERED -> until(running, StepKind.CONFIRM, "企业", "确认是否解决");
            case SUSPENDED -> until(running, StepKind.REVIEW, "台账单位", "复核能不能办");
            case CLOSED -> null;
        };
    }

    private static String until(List<Step> running, StepKind kind, String who, String what) {
        return running.stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .map(it -> who + "应在 " + HopTexts.moment(it.dueAt()) + " 前" + what + "。")
                .orElse("等" + who + what + "。");
    }
}
