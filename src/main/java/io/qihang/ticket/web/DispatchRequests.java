package io.qihang.ticket.web;

import io.qihang.identity.StaffId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is sent in about whose matter a ticket is. */
final class DispatchRequests {

    private static final String OFFICE = "[a-z0-9-]{1,40}";

    private DispatchRequests() {}

    record RefuseRequest(
            @NotBlank(message = "请选择退回理由") @Size(max = 40, message = "退回理由不对，请从列表里选")
            String ground,

            @NotBlank(message = "请写明为什么不属本单位职责") @Size(max = 1000, message = "说明不超过 1000 字")
            String reason,

            @Schema(description = "建议由哪个单位办理") @Nullable @Pattern(regexp = OFFICE, message = "建议单位不对，请从列表里选")
            String office) {}

    record RuleRequest(
            @NotBlank(message = "请选择承办单位") @Pattern(regexp = OFFICE, message = "承办单位不对，请从列表里选")
            String office,

            @NotBlank(message = "请写明终审的理由") @Size(max = 1000, message = "理由不超过 1000 字")
            String reason) {}

    record UrgeRequest(
            @NotBlank(message = "请写明催办内容") @Size(max = 500, message = "催办内容不超过 500 字")
            String text) {}

    record AssistRequest(
            @NotBlank(message = "请选择协办单位") @Pattern(regexp = OFFICE, message = "协办单位不对，请从列表里选")
            String office,

            @NotBlank(message = "请写明请它协办什么") @Size(max = 500, message = "协办事项不超过 500 字")
            String matter) {}

    @Schema(name = "AssignTicketRequest")
    record AssignRequest(@NotNull(message = "请选择经办人") StaffId staff) {}

    record HandOverRequest(
            @NotBlank(message = "请选择单位") @Pattern(regexp = OFFICE, message = "单位不对，请从列表里选")
            String office,

            @NotNull(message = "请选择移交人") StaffId from,
            @NotNull(message = "请选择接手人") StaffId to) {}
}
