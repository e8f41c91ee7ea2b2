package io.qihang.ticket.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why something cannot be done with a ticket. */
public enum TicketProblem implements ProblemCode {
    TICKET_STATE(HttpStatus.CONFLICT, "这件诉求现在是“%s”，不能办理“%s”，请刷新后再看。"),
    TICKET_CONFIRMATION_RUNS(HttpStatus.CONFLICT, "企业确认期到 %s 止，期满仍未回应才能按未回应销号。"),
    TICKET_ALREADY_COMPLEX(HttpStatus.CONFLICT, "这件诉求已按复杂事项延长过，不能再延长；确实办不成的请申请挂账。"),
    TICKET_OVERDUE_FOR_COMPLEX(HttpStatus.CONFLICT, "办结期限 %s 已过，不能再按复杂事项延长。"),
    TICKET_RECEIVED_LATER(HttpStatus.BAD_REQUEST, "收到时间不能晚于现在，请核对。"),
    TICKET_RECEIVED_TOO_EARLY(HttpStatus.BAD_REQUEST, "收到时间不能早于一年前，请核对年份。");

    private final HttpStatus status;
    private final String message;

    TicketProblem(HttpStatus status, String message) {
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
