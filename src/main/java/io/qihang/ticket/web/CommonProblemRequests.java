package io.qihang.ticket.web;

import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.CommonProblems;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent in about 共性问题. */
final class CommonProblemRequests {

    private CommonProblemRequests() {}

    @Schema(name = "OpenCommonProblemRequest")
    record OpenRequest(
            @NotBlank(message = "请用一句话写明共同的问题") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明共同的情况") @Size(max = 1000, message = "情况不超过 1000 字")
            String summary,

            @NotBlank(message = "请选择承办单位") @Pattern(regexp = "[a-z0-9-]{1,40}", message = "承办单位不对，请从列表里选")
            String office,

            @NotNull(message = "请选择要合并的诉求") @Size(min = 2, max = CommonProblems.LARGEST, message = "请选择 2 到 200 件诉求")
            List<@NotNull(message = "诉求编号不对") TicketId> tickets) {}

    @Schema(name = "AddToCommonProblemRequest")
    record AddRequest(
            @NotNull(message = "请选择要并入的诉求") @Size(min = 1, max = CommonProblems.LARGEST, message = "请选择 1 到 200 件诉求")
            List<@NotNull(message = "诉求编号不对") TicketId> tickets) {}

    record CommonProgressRequest(
            @NotBlank(message = "请写明进展") @Size(max = 2000, message = "进展不超过 2000 字")
            String text) {}

    record CommonAnswerRequest(
            @NotBlank(message = "请写明办理结果") @Size(max = 2000, message = "办理结果不超过 2000 字")
            String text,

            @NotBlank(message = "请写明佐证，例如文件名称、文号、现场情况") @Size(max = 1000, message = "佐证不超过 1000 字")
            String evidence) {}

    record JoinRequest(
            @Nullable @Size(max = 1000, message = "说明不超过 1000 字")
            String text) {}
}
