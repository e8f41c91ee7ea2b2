package io.qihang.platform;

import org.springframework.http.HttpStatus;

/** Problems any request can meet, whatever its business. */
public enum PlatformProblem implements ProblemCode {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "请求的内容或格式不对，请检查后再提交。"),
    INVALID_FIELDS(HttpStatus.BAD_REQUEST, "有内容填写不对，请按提示修改后再提交。"),
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "请求里有不认识的字段“%s”，请去掉后再提交。"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "没有找到要看的内容，它可能不存在，或不在您的办理范围内。"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "这个地址不支持这种操作。"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "只能以 JSON 返回内容，请调整请求头 Accept。"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "只接受 JSON 格式的请求，请设置请求头 Content-Type。"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "提交的内容太大，单次请求不超过 256 KB。"),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "系统正忙或正在恢复，您的内容没有提交成功，请稍后再试。"),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "这条内容刚刚被其他人改过，请刷新后再操作。"),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "缺少请求头 Idempotency-Key（8–64 位字母、数字或 -），请升级客户端后再试。"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "同一个 Idempotency-Key 已用于另一份内容，请换新的键再提交。"),
    IDEMPOTENCY_KEY_IN_PROGRESS(HttpStatus.CONFLICT, "同一请求正在处理，请稍候，不要重复提交。"),
    PAGE_LIMIT(HttpStatus.BAD_REQUEST, "每页条数 limit 只能是 1 到 100。"),
    PAGE_CURSOR(HttpStatus.BAD_REQUEST, "翻页位置 after 不对，请从第一页重新查看。"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，已记录。请稍后再试；仍不行请把页面上的编号告诉县工业和信息化局。");

    private final HttpStatus status;
    private final String message;

    PlatformProblem(HttpStatus status, String message) {
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
