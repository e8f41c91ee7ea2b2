package io.qihang.visit.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with visits and promises. */
public enum VisitProblem implements ProblemCode {
    VISIT_IN_FUTURE(HttpStatus.BAD_REQUEST, "走访时间比现在晚，请核对手机时间和填写的时间。"),
    VISIT_TOO_OLD(HttpStatus.BAD_REQUEST, "走访已过去 %s 天以上，不能再补记；确需补记请与县工业和信息化局联系。"),
    VISIT_PLACE_OFF(HttpStatus.BAD_REQUEST, "本县不记录位置，请在小程序里关闭位置后重新发送。"),
    VISIT_PHOTOS_OFF(HttpStatus.BAD_REQUEST, "本县走访不收照片，请不要上传；走访记录照常有效。"),
    VISIT_PHOTOS_FULL(HttpStatus.CONFLICT, "一次走访最多 %s 张照片，已经够了，不用再传。"),
    VISIT_PROMISE_DUE(HttpStatus.BAD_REQUEST, "承诺“%s”的期限早于走访当天，请改后再发送。"),
    VISIT_OF_ANOTHER_ENTERPRISE(HttpStatus.CONFLICT, "这条走访已经记在另一家企业名下，不能换企业；请新建一条走访。"),
    VISIT_REVISION_TAKEN(HttpStatus.CONFLICT, "这条走访已在另一处改过，请先刷新，在最新内容上再改。"),
    VISIT_TICKET_UNKNOWN(HttpStatus.BAD_REQUEST, "指明的诉求不是这家企业的，请重新选择，或作为新的问题提出。"),
    VISIT_CALLED(HttpStatus.CONFLICT, "这次走访已经回访过了，请刷新后查看。"),
    VISIT_PLAN_ENTERPRISE(HttpStatus.BAD_REQUEST, "没有找到这家企业：请从列表里选，或填写本县已登记企业的统一社会信用代码。"),
    VISIT_PLAN_DAY(HttpStatus.BAD_REQUEST, "日期应从今天起、一年以内，请改后再提交。"),
    VISIT_CAP(HttpStatus.CONFLICT, "这个月已有 %s 天有人去这家企业，县里规定一家企业一个月不超过 %s 天。%s"),
    VISIT_PLAN_OVER(HttpStatus.CONFLICT, "这次走访已经取消或过了日子，不能再改，请刷新后查看。"),
    VISIT_PLAN_POSTPONED(HttpStatus.BAD_REQUEST, "改期要在 %s 到 %s 之间；再往后的，请与来访的部门商量。"),
    VISIT_BASE(HttpStatus.BAD_REQUEST, "在第几稿上改的应小于这一稿的稿次，请升级小程序。"),
    VISIT_CLOSED(HttpStatus.CONFLICT, "这条走访到 %s 已不能修改；有新情况请新建一条走访，新问题请直接登记诉求。"),
    VISIT_ECHO_GIVEN(HttpStatus.CONFLICT, "这次走访贵企业已经回应过了，谢谢，不用再点。"),
    PROMISE_SETTLED(HttpStatus.CONFLICT, "这项承诺已经登记过结果，请刷新后查看。"),
    PROMISE_HAS_TICKET(HttpStatus.CONFLICT, "这项承诺已经转为诉求 %s，请在诉求里跟踪。"),
    PROMISE_UNDISPUTED(HttpStatus.CONFLICT, "这项承诺没有两种说法，不用再定，请刷新后查看。"),
    PROMISE_LEDGER_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, "承诺超过 %s 项，一次导不完：请把日期范围改短一些再导出。"),
    PROMISE_SETTLED_DAY(HttpStatus.BAD_REQUEST, "日期应在走访当天到今天之间，请改后再提交。");

    private final HttpStatus status;
    private final String message;

    VisitProblem(HttpStatus status, String message) {
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
