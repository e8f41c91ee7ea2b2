package io.qihang.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qihang.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** RFC 9457 problem details as every failure is answered. */
@Schema(name = "Problem", description = "出错时的统一返回（RFC 9457）")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        @Schema(description = "问题类型", example = "about:blank")
        String type,

        @Schema(description = "HTTP 状态的名称") String title,
        @Schema(description = "HTTP 状态") int status,
        @Schema(description = "稳定的错误码，见 errors.md") String code,
        @Schema(description = "出了什么问题、下一步怎么做") String detail,
        @Schema(description = "本次请求的编号，报修时提供") String traceId,
        @Schema(description = "填写不对的字段") List<Problem.FieldError> errors,
        @Schema(description = "现在可以办理的（不合当前状态时）") List<Problem.Choice> allowed) {

    static ProblemView of(Problem problem, String traceId) {
        var status = problem.code().status();
        return new ProblemView(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                problem.code().name(),
                problem.detail(),
                traceId,
                problem.errors(),
                problem.allowed());
    }
}
