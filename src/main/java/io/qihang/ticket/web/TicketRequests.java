package io.qihang.ticket.web;

import io.qihang.storage.FileId;
import io.qihang.ticket.NewTicket;
import io.qihang.ticket.TicketOrigin;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent in about tickets. */
final class TicketRequests {

    private TicketRequests() {}

    record RaiseRequest(
            @NotBlank(message = "请选择诉求类别") @Size(max = 40, message = "诉求类别不对，请从列表里选")
            String category,

            @NotBlank(message = "请用一句话写明诉求") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明情况和希望解决什么") @Size(max = 2000, message = "内容不超过 2000 字")
            String content,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return all(files);
        }
    }

    @Schema(name = "VisitTicketRequest")
    record VisitRequest(
            @NotBlank(message = "请选择诉求类别") @Size(max = 40, message = "诉求类别不对，请从列表里选")
            String category,

            @NotBlank(message = "请用一句话写明诉求") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明情况和希望解决什么") @Size(max = 2000, message = "内容不超过 2000 字")
            String content,

            @Nullable @Size(max = 100, message = "来源说明不超过 100 字")
            String note,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return all(files);
        }
    }

    record EnterRequest(
            @NotBlank(message = "请选择诉求类别") @Size(max = 40, message = "诉求类别不对，请从列表里选")
            String category,

            @NotBlank(message = "请用一句话写明诉求") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明情况和希望解决什么") @Size(max = 2000, message = "内容不超过 2000 字")
            String content,

            @NotNull(message = "请选择来源") TicketOrigin origin,

            @Nullable @Size(max = 100, message = "来源说明不超过 100 字")
            String originNote,

            @NotNull(message = "请填写收到时间，期限从收到时起算") OffsetDateTime receivedAt,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        NewTicket asked() {
            return new NewTicket(category, title, content, origin, originNote, receivedAt.toInstant(), all(files));
        }
    }

    record DispatchRequest(
            @NotBlank(message = "请选择承办单位") @Pattern(regexp = "[a-z0-9-]{1,40}", message = "承办单位不对，请从列表里选")
            String office,

            @Nullable @Size(max = 500, message = "说明不超过 500 字")
            String note) {}

    record NoteRequest(
            @Nullable @Size(max = 2000, message = "说明不超过 2000 字")
            String text) {}

    record TextRequest(
            @NotBlank(message = "请写明内容") @Size(max = 2000, message = "内容不超过 2000 字")
            String text,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return all(files);
        }
    }

    record SupplementRequest(
            @NotBlank(message = "请写明要补充的情况") @Size(max = 1000, message = "补充不超过 1000 字")
            String text) {}

    record ReasonRequest(
            @NotBlank(message = "请写明原因") @Size(max = 1000, message = "原因不超过 1000 字")
            String reason) {}

    record PauseRequest(
            @NotBlank(message = "请选择暂停的原因") @Size(max = 40, message = "暂停的原因不对，请从列表里选")
            String reason,

            @NotBlank(message = "请写明等什么，例如 等企业交来用电申请表") @Size(max = 500, message = "说明不超过 500 字")
            String note) {}

    record SupplyRequest(
            @Nullable @Size(max = 2000, message = "说明不超过 2000 字")
            String text,

            @Schema(description = "已提交的文件，可以没有；说明和文件至少有一样") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return all(files);
        }
    }

    record AnswerRequest(
            @NotBlank(message = "请写明办理结果") @Size(max = 2000, message = "办理结果不超过 2000 字")
            String text,

            @NotBlank(message = "请写明佐证，例如文件名称、文号、现场情况") @Size(max = 1000, message = "佐证不超过 1000 字")
            String evidence,

            @Schema(description = "已提交的文件，可以没有") @Nullable @Size(max = 20, message = "附件太多，请去掉几个")
            List<@NotNull(message = "文件编号不对") FileId> files) {

        List<FileId> attached() {
            return all(files);
        }
    }

    record FilesRequest(
            @NotNull(message = "请选择要补交的文件") @Size(min = 1, max = 20, message = "请选择 1 到 20 个文件")
            List<@NotNull(message = "文件编号不对") FileId> files) {}

    private static List<FileId> all(@Nullable List<FileId> files) {
        return files == null ? List.of() : files;
    }
}
