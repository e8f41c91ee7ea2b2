package io.qihang.policy.domain;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** What can go wrong with policies. */
public enum PolicyProblem implements ProblemCode {
    TITLE_MISSING(HttpStatus.BAD_REQUEST, "请填写政策的简称，列表里按它显示。"),
    DATES_CROSSED(HttpStatus.BAD_REQUEST, "日期前后不对：%s，请修改。"),
    TEXT_EMPTY(HttpStatus.BAD_REQUEST, "正文还没有内容，请粘贴全文后再保存。"),
    TEXT_TOO_LONG(HttpStatus.BAD_REQUEST, "正文不超过 %s 字、%s 个条款，请拆分后再保存。"),
    TEXT_HAS_MARKUP(HttpStatus.BAD_REQUEST, "正文只收文字，请去掉网页代码“%s”后再保存。"),
    AUDIENCE_OUTSIDE(HttpStatus.BAD_REQUEST, "发送范围里的“%s”不在这项政策的区划内，请改选。"),
    NOT_A_DRAFT(HttpStatus.CONFLICT, "这项政策已经发布，内容不能再改；要改请新建替代版本。"),
    NOT_SUBMITTED(HttpStatus.CONFLICT, "这项政策还没有提交签发，或提交以后又改了。请起草的人提交，再由另一个人签发。"),
    SUBMITTED_BEFORE(HttpStatus.CONFLICT, "这项政策已经提交，等另一个人签发；要改请直接改，改完再提交。"),
    SECOND_PERSON(HttpStatus.CONFLICT, "自己提交的不能自己签发，请县局另一位工作人员或领导签发。"),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "您打开以后内容改过、重新提交了。请刷新，看过现在的内容再签发。"),
    DRAFT_CHANGED(HttpStatus.CONFLICT, "您打开以后，这份草稿有别人改过、提交或者退回了。为了不盖掉别人的，您这次改的没有保存：请先把您改的复制下来，看过现在的草稿再改。"),
    STATUTORY_FULL(HttpStatus.CONFLICT, "近三十天已经有 %s 件依法告知，最多 %s 件。确实不是依法必须告知的，请退回、去掉依据再提交。"),
    NOT_PUBLISHED(HttpStatus.CONFLICT, "这项政策不在发布状态，不能做这项操作。"),
    REPLACEMENT_EXISTS(HttpStatus.CONFLICT, "这项政策已有一个未发布的替代版本，请直接编辑它。"),
    WINDOW_CLOSED(HttpStatus.CONFLICT, "申报%s已经截止。想问明年还有没有、能不能补报，请点“请联系我”。"),
    REASON_MISSING(HttpStatus.BAD_REQUEST, "请选一个不适合的原因，县里据此改进。"),
    NOT_SENT(HttpStatus.CONFLICT, "这项政策没有发给这家企业，不用登记当面告知。"),
    CASE_FAILED(HttpStatus.CONFLICT, "试例“%s”应为%s，按现在的条件判为%s。请改条件或试例，再提交。"),
    QUERY_TOO_SHORT(HttpStatus.BAD_REQUEST, "请输入至少两个字再搜索。"),
    QUERY_TOO_LONG(HttpStatus.BAD_REQUEST, "搜索内容不超过 50 个字，请缩短。");

    private final HttpStatus status;
    private final String message;

    PolicyProblem(HttpStatus status, String message) {
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
