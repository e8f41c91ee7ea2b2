package io.qihang.calendar;

/**
 * One step of a deadline profile.
 *
 * @param code stable name within its profile, such as {@code reply}
 * @param name what a person reads, such as 答复
 * @param workingDays how many working days the step has, 1 to {@value #MAX_WORKING_DAYS}
 */
public record DeadlineStep(String code, String name, int workingDays) {

    /** No deadline of the field comes near; a larger number is a slip of the hand. */
    public static final int MAX_WORKING_DAYS = 366;

    public DeadlineStep {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("期限步骤要有代码和名称。");
        }
        if (workingDays < 1 || workingDays > MAX_WORKING_DAYS) {
            throw new IllegalArgumentException(
                    "“" + name + "”的工作日数要在 1 到 " + MAX_WORKING_DAYS + " 之间，现在是 " + workingDays + "。");
        }
    }
}
