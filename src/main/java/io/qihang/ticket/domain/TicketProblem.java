package io.qihang.ticket.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why something cannot be done with a ticket. */
public enum TicketProblem implements ProblemCode {
    TICKET_STATE(HttpStatus.CONFLICT, "这件诉求现在是“%s”，不能办理“%s”；现在可以：%s。请刷新后再看。"),
    TICKET_CONFIRMATION_RUNS(HttpStatus.CONFLICT, "企业确认期到 %s 止，期满仍未回应才能按未回应销号。"),
    TICKET_ALREADY_COMPLEX(HttpStatus.CONFLICT, "这件诉求已延期过一次，不能再延期；确实办不成的请申请挂账。"),
    TICKET_OVERDUE_FOR_COMPLEX(HttpStatus.CONFLICT, "办结期限 %s 已过，延期要在期限之前申请。"),
    TICKET_EXTENSION_UNKNOWN(HttpStatus.CONFLICT, "“%s”没有规定延期的时限，不能延期；确实办不成的请申请挂账。"),
    TICKET_EXTENSION_PENDING(HttpStatus.CONFLICT, "这件诉求的延期申请还没有决定，请等待，不用重复申请。"),
    TICKET_EXTENSION_NOT_ASKED(HttpStatus.CONFLICT, "这件诉求没有待决定的延期申请，请刷新后再看。"),
    TICKET_EXTENSION_OFFICE_ONLY(HttpStatus.FORBIDDEN, "延期由%s决定，请转给它。"),
    TICKET_PAUSE_REASON_UNKNOWN(HttpStatus.BAD_REQUEST, "没有“%s”这个暂停原因，请从列表里选。"),
    TICKET_PAUSE_USED_UP(HttpStatus.CONFLICT, "“%s”在这次办理中最多暂停 %s 个工作日，已经用完，请继续办理或申请延期、挂账。"),
    TICKET_OVERDUE_FOR_PAUSE(HttpStatus.CONFLICT, "办结期限 %s 已过，不能再暂停计时，请抓紧办理。"),
    TICKET_SUPPLY_EMPTY(HttpStatus.BAD_REQUEST, "请写几句说明，或者附上材料。"),
    TICKET_NOT_WAITING_FOR_ENTERPRISE(HttpStatus.CONFLICT, "这件诉求现在不是在等企业的材料，请刷新后再看。"),
    TICKET_BOUND(HttpStatus.CONFLICT, "承办单位已由终审单位确定，不能再退回或改派；确有变化的请报终审单位。"),
    TICKET_REFUSAL_LATE(HttpStatus.CONFLICT, "退回期限到 %s 止，已过，不能再退回；办理中有困难的可以请其他单位协办。"),
    TICKET_REFUSAL_NEEDS_OFFICE(HttpStatus.BAD_REQUEST, "以“%s”退回的，请写明建议由哪个单位办理。"),
    TICKET_GROUND_UNKNOWN(HttpStatus.BAD_REQUEST, "没有“%s”这个退回理由，请从列表里选。"),
    TICKET_NO_ARBITER(HttpStatus.CONFLICT, "县里没有设终审单位，不能再次退回；请与台账单位协商。"),
    TICKET_ASSIST_OWN_OFFICE(HttpStatus.BAD_REQUEST, "协办单位不能是承办单位自己，请另选。"),
    TICKET_ASSIST_ASKED(HttpStatus.CONFLICT, "已经请这个单位协办，还没有办结，不用再请。"),
    TICKET_ASSIST_STATE(HttpStatus.CONFLICT, "这项协办现在是“%s”，不能办理“%s”，请刷新后再看。"),
    TICKET_ASSISTS_OWED(HttpStatus.CONFLICT, "还有 %s 个协办单位没有办结，请等办结或撤回协办后再答复。"),
    TICKET_HANDLER_UNKNOWN(HttpStatus.BAD_REQUEST, "这个账号不是本单位在岗的承办人员，请从列表里选。"),
    TICKET_IMPORT_TOO_LONG(HttpStatus.BAD_REQUEST, "一次最多导入 %s 件诉求，请分成几个文件。"),
    TICKET_OUTCOME_NOT_NOW(HttpStatus.CONFLICT, "这件诉求现在是“%s”，不能提出按“%s”销号，请刷新后再看。"),
    TICKET_REVIEW_DAY(HttpStatus.BAD_REQUEST, "复核日要在明天到 %s 之间。"),
    TICKET_NOT_SUPERVISED(HttpStatus.CONFLICT, "这件诉求没有到督办的程度，还不能出督办单。"),
    TICKET_CONTACT_UNKNOWN(HttpStatus.BAD_REQUEST, "没有登录名为“%s”的%s账号，请核对登录名和岗位。"),
    TICKET_FEEDBACK_EMPTY(HttpStatus.BAD_REQUEST, "两个问题请至少答一个，不想答的可以不提交。"),
    TICKET_SAMPLE_EARLY(HttpStatus.CONFLICT, "这个月还没有过完，请下个月再抽取。"),
    TICKET_NOT_SAMPLED(HttpStatus.CONFLICT, "这件诉求没有抽中回访，不用记结果。"),
    TICKET_RECHECK_NONE(HttpStatus.CONFLICT, "这件诉求现在没有要回答的回访，请刷新后再看。"),
    TICKET_COMMON_ALREADY(HttpStatus.CONFLICT, "已经并入一个共性问题，要换的请先移出。"),
    TICKET_COMMON_NOT_IN(HttpStatus.CONFLICT, "这件诉求不在这个共性问题里，请刷新后再看。"),
    TICKET_COMMON_UNFIT(HttpStatus.CONFLICT, "%s 不能并入：%s"),
    TICKET_COMMON_FEW(HttpStatus.BAD_REQUEST, "共性问题至少要有两家企业的诉求，请再选。"),
    TICKET_COMMON_LARGE(HttpStatus.CONFLICT, "一个共性问题最多 %s 件诉求，不能再并入；还有的请另行合并或单独办理。"),
    TICKET_COMMON_JOINED(HttpStatus.CONFLICT, "贵企业已经有一件诉求在这个共性问题里，请打开那一件查看或补充。"),
    TICKET_COMMON_CLOSED(HttpStatus.CONFLICT, "这个共性问题已经办完；问题还在的，请另提一件诉求。"),
    TICKET_COMMON_NOTHING(HttpStatus.CONFLICT, "没有可以这样办理的诉求：%s"),
    TICKET_RECEIVED_LATER(HttpStatus.BAD_REQUEST, "收到时间不能晚于现在，请核对。"),
    TICKET_RECEIVED_TOO_EARLY(HttpStatus.BAD_REQUEST, "收到时间不能早于一年前，请核对年份。"),
    TICKET_CATEGORY_UNKNOWN(HttpStatus.BAD_REQUEST, "没有“%s”这个诉求类别，请从列表里选。"),
    TICKET_OFFICE_UNKNOWN(HttpStatus.BAD_REQUEST, "没有“%s”这个责任单位，请从列表里选。"),
    TICKET_ORIGIN_REFUSED(HttpStatus.BAD_REQUEST, "单位登记的诉求，来源应为走访、电话、纸质来件、12345热线转办或领导批示。"),
    TICKET_FILES_TOO_MANY(HttpStatus.BAD_REQUEST, "附件一共不超过 %s 个，请去掉几个再提交；没有附件也可以提交。"),
    TICKET_FILES_BY_AUTHOR(HttpStatus.FORBIDDEN, "材料由提出这件诉求的人补交，请转告本人。"),
    TICKET_CONTENT_DECIDED(HttpStatus.CONFLICT, "这一条现在是“%s”，不用再办，请刷新后再看。"),
    TICKET_LEDGER_OFFICE_ONLY(HttpStatus.FORBIDDEN, "这项操作由台账单位（%s）办理，请转给台账单位。"),
    TICKET_LEDGER_TOO_LARGE(HttpStatus.BAD_REQUEST, "台账一次最多导出 %s 条，请缩短日期范围。"),
    TICKET_LEDGER_RANGE(HttpStatus.BAD_REQUEST, "台账的结束日期不能早于开始日期。");

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
