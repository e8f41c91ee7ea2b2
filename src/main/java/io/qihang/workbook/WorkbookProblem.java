package io.qihang.workbook;

import io.qihang.platform.ProblemCode;
import org.springframework.http.HttpStatus;

/** Why a workbook is not taken. */
public enum WorkbookProblem implements ProblemCode {
    WORKBOOK_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "文件太大：不超过 5 MB、5000 行、50 列，请分成几个文件再上传。"),
    WORKBOOK_UNREADABLE(HttpStatus.BAD_REQUEST, "文件打不开或是空的：请用 Excel 另存为 .xlsx，第一行写标题，再上传。"),
    WORKBOOK_SUSPICIOUS(HttpStatus.BAD_REQUEST, "文件内部结构异常，没有读取：请把内容复制到新建的 Excel 文件里再上传。"),
    COLUMN_MISSING(HttpStatus.BAD_REQUEST, "缺少“%s”这一列，请在第一行补上标题。"),
    ROWS_WRONG(HttpStatus.UNPROCESSABLE_CONTENT, "有的行填写不对，整个文件都没有导入：请按提示改好后重新上传。");

    private final HttpStatus status;
    private final String message;

    WorkbookProblem(HttpStatus status, String message) {
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
