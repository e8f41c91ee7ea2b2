package io.qihang.ticket.domain;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketOrigin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket with its deadlines and its whole history, read in one statement. */
record TicketRecord(
        TicketId id,
        RegionCode regionCode,
        EnterpriseId enterpriseId,
        String enterpriseName,
        String number,
        String category,
        String title,
        String content,
        TicketOrigin origin,
        @Nullable String originNote,
        Instant receivedAt,
        Instant createdAt,
        TicketStatus status,
        @Nullable String office,
        @Nullable TicketOutcome outcome,
        @Nullable Instant closedAt,
        int reopened,
        @Nullable Instant dispatchedAt,
        boolean bound,
        @Nullable UUID handler,
        @Nullable Light light,
        @Nullable InCommon common,
        StepLines steps,
        AssistLines assists,
        HopLines history,
        WaitMapper.PauseLines pauses,
        WaitMapper.ExtensionLines extensions) {

    private static final String HIDDEN = "（审核中，通过后显示）";

    /** As a member of the enterprise sees it: without what others of it wrote or sent and what has not passed. */
    TicketRecord shownTo(UUID person) {
        if (history.items().stream().allMatch(it -> it.isWhollyShownTo(person))) return this;
        boolean whole = history.items().get(0).isShownTo(person);
        return new TicketRecord(
                id,
                regionCode,
                enterpriseId,
                enterpriseName,
                number,
                category,
                whole ? title : HIDDEN,
                whole ? content : HIDDEN,
                origin,
                originNote,
                receivedAt,
                createdAt,
                status,
                office,
                outcome,
                closedAt,
                reopened,
                dispatchedAt,
                bound,
                handler,
                light,
                common,
                steps,
                assists,
                new HopLines(history.items().stream()
                        .map(it -> it.isWhollyShownTo(person) ? it : it.shownTo(person))
                        .toList()),
                pauses,
                extensions);
    }

    /** Its pauses and extensions in order. */
    Waits waits() {
        return new Waits(pauses.items(), extensions.items());
    }

    /** The offices asked to assist, in order. */
    record AssistLines(List<Assist> items) {

        public AssistLines {
            items = List.copyOf(items);
        }
    }

    /** Its deadlines in order. */
    record StepLines(List<StepMapper.StepRow> items) {

        public StepLines {
            items = List.copyOf(items);
        }

        /** The newest version of the calendar one of them was counted by; what a screen counts besides it counts by that. */
        int newest() {
            return items.stream()
                    .mapToInt(StepMapper.StepRow::calendarVersion)
                    .max()
                    .orElseThrow();
        }

        static StepLines of(List<Step> steps) {
            return new StepLines(steps.stream().map(StepMapper.StepRow::of).toList());
        }

        Steps asSteps() {
            return new Steps(items.stream().map(StepMapper.StepRow::asStep).toList());
        }
    }

    /** Its history in order. */
    record HopLines(List<HopLine> items) {

        public HopLines {
            items = List.copyOf(items);
        }
    }

    /** One line of the history. */
    record HopLine(
            int seq,
            TicketAction action,
            TicketStatus status,
            Party party,
            @Nullable UUID account,
            @Nullable String office,
            Instant at,
            String text,
            @Nullable String evidence,
            @Nullable CheckLine check,
            List<FileLine> files) {

        private boolean isWhollyShownTo(UUID person) {
            return isShownTo(person) && files.stream().allMatch(it -> it.isShownTo(person));
        }

        private boolean isShownTo(UUID person) {
            return check == null || check.isShownTo(person);
        }

        private HopLine shownTo(UUID person) {
            List<FileLine> shown =
                    files.stream().filter(it -> it.isShownTo(person)).toList();
            return isShownTo(person)
                    ? new HopLine(seq, action, status, party, account, office, at, text, evidence, check, shown)
                    : new HopLine(seq, action, status, party, account, office, at, HIDDEN, null, null, shown);
        }
    }

    /** A file of a line. */
    record FileLine(
            FileId id,
            String name,
            String contentType,
            long size,
            Instant sentAt,
            @Nullable CheckLine check) {

        private boolean isShownTo(UUID person) {
            return check == null || check.isShownTo(person);
        }
    }

    /**
     * How the check of a text or a file stands.
     *
     * @param account whose it is
     */
    record CheckLine(
            CheckState state, UUID account, @Nullable String reason) {

        private boolean isShownTo(UUID person) {
            return state.isShown() || account.equals(person);
        }

        /** What its author reads of it; null when all of the enterprise see it. */
        @Nullable
        String toldToAuthor() {
            return told("审核中，暂时只有您和办理人员看得到", "没有通过审核，只有您和办理人员看得到");
        }

        /** What staff read of it; null when all of the enterprise see it. */
        @Nullable
        String toldToStaff() {
            return told(state.label() + "，企业其他人暂时看不到", "没有通过审核，企业其他人看不到");
        }

        private @Nullable String told(String open, String held) {
            if (state.isShown()) return null;
            if (state != CheckState.HELD) return open;
            return reason == null ? held : held + "：" + reason;
        }
    }
}
