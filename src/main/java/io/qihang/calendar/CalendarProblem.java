package io.qihang.calendar;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with calendars and deadline profiles. */
public enum CalendarProblem implements ProblemCode {
    NO_DEADLINE_PROFILE(HttpStatus.CONFLICT, "本县在 %s 没有生效的时限方案，暂不能计算期限，请联系系统管理员配置。"),
    CLOSURE_RANGE(HttpStatus.BAD_REQUEST, "停止办公的最后一天不能早于第一天，一次最多登记 31 天。"),
    CLOSURE_TOO_FAR(HttpStatus.BAD_REQUEST, "停止办公的日子要在前 31 天到后 366 天之内，请核对年份。"),
    CLOSURE_OVERLAPS(HttpStatus.CONFLICT, "%s 已登记停止办公（%s），请勿重复登记。"),
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
