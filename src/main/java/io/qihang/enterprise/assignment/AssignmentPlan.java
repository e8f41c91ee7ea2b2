package io.qihang.enterprise.assignment;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Uscc;
import io.qihang.identity.StaffId;
import io.qihang.workbook.RowError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list of commissioners changes: who begins and whose time ends for it. Who stands in an earlier round is followed
 * by the new one, from today at the earliest; what the list says already is left alone.
 */
final class AssignmentPlan {

    private final AssignmentRound round;
    private final LocalDate today;
    private final Map<Uscc, AssignmentMapper.Listed> enterprises;
    private final Map<String, StaffId> staff;
    private final Map<EnterpriseId, List<Assignment>> there;
    private final Function<String, SendingUnit> senders;
    private final List<Change> changes = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private int unchanged;

    AssignmentPlan(
            AssignmentRound round,
            LocalDate today,
            Map<Uscc, AssignmentMapper.Listed> enterprises,
            Map<String, StaffId> staff,
            Map<EnterpriseId, List<Assignment>> there,
            Function<String, SendingUnit> senders) {
        this.round = round;
        this.today = today;
        this.enterprises = enterprises;
        this.staff = staff;
        this.there = there;
        this.senders = senders;
    }

    /**
     * One row's effect.
     *
     * @param former whose last day becomes the day before; null when nobody stands there
     */
    record Change(
            EnterpriseId enterprise,
            StaffId staff,
            ListedAssignment listed,
            SendingUnit sentBy,
            LocalDate from,
            @Nullable Assignment former) {}

    void add(ListedAssignment listed) {
        var enterprise = enterprises.get(listed.uscc());
        StaffId member = staff.get(listed.loginName());
        if (enterprise == null) {
            error(listed, AssignmentColumn.USCC, "这家企业还没有登记，请先登记再指派");
        } else if (!enterprise.nameKey().equals(listed.nameKey())) {
            error(listed, AssignmentColumn.NAME, "与这个代码登记的企业名称不一致，请核对");
        }
        if (member == null) error(listed, AssignmentColumn.STAFF, "没有这位服务专员；新来的请先由安全管理员授予服务专员岗位");
        if (enterprise != null && member != null) decide(listed, enterprise.id(), member);
    }

    private void decide(ListedAssignment listed, EnterpriseId enterprise, StaffId member) {
        SendingUnit sentBy = senders.apply(listed.sentBy());
        List<Assignment> known = there.getOrDefault(enterprise, List.of()).stream()
                .filter(it -> it.meets(round.startsOn(), round.endsOn()))
                .toList();
        boolean same = known.stream()
                .anyMatch(it -> !it.isOver(today)
                        && it.saysTheSameAs(round.id(), member, listed.kind(), listed.main(), sentBy));
        if (same) {
            unchanged++;
            return;
        }
        Assignment last = known.stream()
                .filter(it -> it.isMain() == listed.main()
                        && (listed.main() || it.staff().equals(member)))
                .reduce((earlier, later) -> later)
                .orElse(null);
        LocalDate from = from(last);
        Assignment former = last == null || last.isOver(from) ? null : last;
        String obstacle = obstacle(known, former, member, from);
        if (obstacle == null) changes.add(new Change(enterprise, member, listed, sentBy, from, former));
        else error(listed, AssignmentColumn.STAFF, obstacle);
    }

    /** The round's first day, but after whoever had the place, and not back into the days of who has it. */
    private LocalDate from(@Nullable Assignment last) {
        if (last == null) return round.startsOn();
        LocalDate end = last.endsOn();
        return end != null && end.isBefore(today) ? end.plusDays(1) : Days.later(round.startsOn(), today);
    }

    private @Nullable String obstacle(
            List<Assignment> known, @Nullable Assignment former, StaffId member, LocalDate from) {
        if (round.endsOn() != null && from.isAfter(round.endsOn())) return "这一轮到 " + round.endsOn() + " 已结束";
        if (former != null && former.startsOn().isAfter(from)) return "从 " + former.startsOn() + " 起已另有安排，请先办结束";
        boolean twice = known.stream()
                .anyMatch(it -> it != former && it.staff().equals(member) && it.meets(from, round.endsOn()));
        return twice ? "这位专员已在帮包这家企业，请先办结束" : null;
    }

    private void error(ListedAssignment listed, AssignmentColumn column, String reason) {
        errors.add(new RowError(listed.row(), column.heading(), reason));
    }

    List<Change> changes() {
        return changes;
    }

    List<RowError> errors() {
        return errors;
    }

    int unchanged() {
        return unchanged;
    }

    int replaced() {
        return (int) changes.stream().filter(it -> it.former() != null).count();
    }
}
