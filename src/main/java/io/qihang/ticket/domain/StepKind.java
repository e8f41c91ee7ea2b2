package io.qihang.ticket.domain;

import java.util.List;

/** What a deadline of a ticket is for. The days are data: a step of a deadline profile. */
public enum StepKind {
    ACCEPT("受理", StepKind.TICKET, "accept"),
    REPLY("答复", StepKind.TICKET, "reply"),
    SOLVE("办结", StepKind.TICKET, "solve"),
    /** The time the enterprise has to confirm an answer before it counts as 未回应. */
    CONFIRM("企业确认", StepKind.FOLLOW_UP, "confirm"),
    /** When a suspended ticket must be looked at again. */
    REVIEW("挂账复核", StepKind.FOLLOW_UP, "review"),
    /** The time an assisting office has; of several offices each has its own. */
    ASSIST("协办", StepKind.DISPATCH, "assist");

    /** The profile with 受理, 答复, 办结 and the longer 办结 of a complex matter. */
    public static final String TICKET = "ticket";

    /** The profile with the times after an answer or a suspension. */
    public static final String FOLLOW_UP = "ticket-follow-up";

    /** The profile with the time to give a ticket back and the time to assist. */
    public static final String DISPATCH = "ticket-dispatch";

    /** The profile's step within which an office may give a ticket back. */
    static final String REFUSE = "refuse";

    /** The profile's step that 办结 of a complex matter is counted by. */
    static final String COMPLEX = "complex";

    private final String label;
    private final String profile;
    private final String step;

    StepKind(String label, String profile, String step) {
        this.label = label;
        this.profile = profile;
        this.step = step;
    }

    /** The step as a person reads it. */
    public String label() {
        return label;
    }

    /** The code of the profile that counts it. */
    String profile() {
        return profile;
    }

    /** The codes of the profiles that may count it, that of the category before the general one. */
    List<String> profiles(String category) {
        return List.of(profile + "." + category, profile);
    }

    /** Its step in that profile. */
    String step() {
        return step;
    }

    /** Whether an office is late when it is overdue; the enterprise's own time to confirm makes no one late. */
    public boolean bindsAnOffice() {
        return this != CONFIRM;
    }
}
