package io.qihang.storage;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a file is not taken or not shown. */
public enum StorageProblem implements ProblemCode {
    FILE_NAME_REFUSED(HttpStatus.BAD_REQUEST, "文件名不对：%s"),
    FILE_TYPE_REFUSED(HttpStatus.BAD_REQUEST, "这里只收%s，请换一个文件。"),
    FILE_TOO_LARGE(HttpStatus.BAD_REQUEST, "文件太大：%s不超过 %s MB，请压缩或重新拍照后再传。"),
    FILE_NOT_UPLOADED(HttpStatus.CONFLICT, "还没有收到文件，请先上传再提交；超过 5 分钟的请重新选择文件。"),
    FILE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "文件没有通过检查：%s"),
    FILES_NOT_READY(HttpStatus.CONFLICT, "有文件还没有传好，或者不是您传的，请重新上传后再提交。"),
    FILE_CHECK_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "正在检查的文件较多，您的文件已收到，请稍候再提交一次。"),
    FILE_STORE_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "文件服务暂时连不上，内容没有丢，请稍后再试一次。");

    private final HttpStatus status;
    private final String message;

    StorageProblem(HttpStatus status, String message) {
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
