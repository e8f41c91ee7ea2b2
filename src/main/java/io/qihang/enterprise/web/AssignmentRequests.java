package io.qihang.enterprise.web;

import io.qihang.enterprise.AssignmentKind;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.assignment.NewAssignment;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is sent in about rounds and assignments. */
final class AssignmentRequests {

    private AssignmentRequests() {}

    record RoundRequest(
            @NotNull(message = "请选择县") RegionCode county,

            @NotBlank(message = "请填写轮次名称") @Size(max = 60, message = "轮次名称不超过 60 字")
            String name,

            @NotBlank(message = "请填写依据的文件") @Size(max = 200, message = "依据的文件不超过 200 字")
            String document,

            @NotNull(message = "请填写从哪天起") LocalDate startsOn,

            @Schema(description = "到哪天止（含）；未定的不填") @Nullable LocalDate endsOn) {}

    record AssignRequest(
            @NotNull(message = "请选择企业") EnterpriseId enterprise,
            @NotNull(message = "请选择专员") StaffId staff,
            @NotNull(message = "请选择专员类别") AssignmentKind kind,

            @Schema(description = "是否主责；不填为是") @Nullable Boolean main,

            @Schema(description = "派出单位的代码或名称") @NotBlank(message = "请填写派出单位") @Size(max = 60, message = "派出单位不超过 60 字")
            String sentBy,

            @Schema(description = "从哪天起；不填为这一轮的起始日") @Nullable
            LocalDate startsOn) {

        NewAssignment asked() {
            return new NewAssignment(staff, kind, main == null || main, sentBy);
        }
    }

    record EndRequest(
            @NotNull(message = "请填写最后一天") LocalDate lastDay,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    record ReplaceRequest(
            @NotNull(message = "请选择专员") StaffId staff,
            @NotNull(message = "请选择专员类别") AssignmentKind kind,

            @Schema(description = "派出单位的代码或名称") @NotBlank(message = "请填写派出单位") @Size(max = 60, message = "派出单位不超过 60 字")
            String sentBy,

            @NotNull(message = "请填写从哪天起") LocalDate from,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {

        NewAssignment asked() {
            return new NewAssignment(staff, kind, false, sentBy);
        }
    }

    record ActingRequest(
            @NotNull(message = "请选择县") RegionCode county,

            @Schema(description = "只代这个乡镇、街道、开发区的企业；不填为全部，乡镇（街道）安排的只管本单位的") @Nullable
            RegionCode unit,

            @NotNull(message = "请选择不在的专员") StaffId absent,
            @NotNull(message = "请选择代班的专员") StaffId acting,
            @NotNull(message = "请填写从哪天起") LocalDate startsOn,
            @NotNull(message = "请填写到哪天止") LocalDate endsOn,

            @NotBlank(message = "请写明原因") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    record ActingEndRequest(@NotNull(message = "请填写最后一天") LocalDate lastDay) {}
}
