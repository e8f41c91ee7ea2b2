package io.qihang.ticket.web;

import io.qihang.storage.FileId;
import io.qihang.ticket.domain.SuspensionLevel;
import io.qihang.ticket.domain.SuspensionTerms;
import io.qihang.ticket.domain.TicketOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent in about how a ticket ends and what follows. */
final class OutcomeRequests {

    private OutcomeRequests() {}

    record ProposeRequest(
            @Schema(description = "EXPLAINED 已解释、UNREACHABLE 联系不上、NOT_OURS 不属本级；待企业确认期满的才可以 UNANSWERED 未回应")
            @NotNull(message = "请选择办理结果")
            TicketOutcome outcome,

            @NotBlank(message = "请写明原因") @Size(max = 1000, message = "原因不超过 1000 字")
            String reason,

            @NotBlank(message = "请写明佐证，例如文件名称、文号、联系记录") @Size(max = 1000, message = "佐证不超过 1000 字")
            String evidence,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return files == null ? List.of() : files;
        }
    }

    record SuspensionRequest(
            @NotBlank(message = "请写明原因") @Size(max = 1000, message = "原因不超过 1000 字")
            String reason,

            @Schema(description = "由谁决定，例如市发展和改革委员会") @Nullable @Size(max = 100, message = "由谁决定不超过 100 字")
            String decider,

            @Schema(description = "哪一级决定") @Nullable SuspensionLevel level,

            @Schema(description = "复核日，不写的为复核期限那一天") @Nullable
            LocalDate reviewOn) {

        SuspensionTerms terms() {
            return new SuspensionTerms(decider, level, reviewOn);
        }
    }

    record RecheckRequest(
            @Schema(description = "真为没有再出现；假为又出现了，随即重新立项") @NotNull(message = "请选择有没有再出现")
            Boolean solved,

            @Nullable @Size(max = 1000, message = "说明不超过 1000 字")
            String note) {}

    record ContactRequest(
            @NotBlank(message = "请选择责任单位") @Pattern(regexp = "[a-z0-9-]{1,40}", message = "责任单位不对，请从列表里选")
            String office,

            @Schema(description = "单位负责人的登录名，要有部门经办人岗位；不写为不设") @Nullable @Size(max = 40, message = "登录名太长")
            String head,

            @Schema(description = "分管领导的登录名，要有领导岗位；不写为不设") @Nullable @Size(max = 40, message = "登录名太长")
            String leader) {}
}
