package io.qihang.calendar;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with calendars and deadline profiles. */
public enum CalendarProblem implements ProblemCode {
    NO_DEADLINE_PROFILE(HttpStatus.CONFLICT, "本县在 %s 没有生效的时限方案，暂不能计算期限，请联系系统管理员配置。"),
    CLOSURE_RANGE(HttpStatus.BAD_REQUEST, "停止办公的最后一天不能早于第一天，一次最多登记 31 天。"),
    CLOSURE_TOO_FAR(HttpStatus.BAD_REQUEST, "停止办公的日子要在前 31 天到后 366 天之内，请核对年份。"),
    CLOSURE_OVERLAPS(HttpStatus.CONFLICT, "%s 已登记停止办公（%s），请勿重复登记。"),
    HOURS_TOO_FAR(HttpStatus.BAD_REQUEST, "作息时间的起始日要在前 31 天到后 366 天之内，请核对年份。"),
    HOURS_WRONG(HttpStatus.BAD_REQUEST, "%s"),
    PROFILE_TOO_FAR(HttpStatus.BAD_REQUEST, "时限方案的生效日要在前 366 天到后 366 天之内，请核对年份。"),
    PROFILE_UNKNOWN(HttpStatus.BAD_REQUEST, "没有代码为“%s”的时限方案，请从列表里选方案，或选诉求类别。"),
    PROFILE_STEPS(HttpStatus.BAD_REQUEST, "每个步骤都要填写，并且只填一次：%s。"),
    PROFILE_STEP_WRONG(HttpStatus.BAD_REQUEST, "%s"),
    CALENDAR_RANGE(HttpStatus.BAD_REQUEST, "一次最多查看 366 天，结束日期不能早于开始日期。");

    private final HttpStatus status;
    private final String message;

    CalendarProblem(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
