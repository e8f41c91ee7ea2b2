package io.qihang.visit.web;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.ticket.TicketId;
import io.qihang.visit.domain.PlanId;
import io.qihang.visit.domain.PlanningVisits;
import io.qihang.visit.domain.Promiser;
import io.qihang.visit.domain.RecordingVisits;
import io.qihang.visit.domain.VisitKind;
import io.qihang.visit.domain.VisitReport;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is sent in about visits and promises. */
final class VisitRequests {

    private VisitRequests() {}

    record VisitRequest(
            @Schema(description = "手机上第几稿，从 1 起，每改一次加 1；以最大的为准") @Min(value = 1, message = "稿次从 1 起")
            int revision,

            @Schema(description = "哪部手机：小程序装好时自己编的号") @Nullable
            UUID device,

            @Schema(description = "在第几稿上改的：打开这条走访时看到的稿次，新建的为 0") @Nullable @Min(value = 0, message = "稿次从 0 起")
            Integer base,

            @NotNull(message = "请选择企业") EnterpriseId enterprise,
            @NotNull(message = "请填写走访时间") OffsetDateTime visitedAt,
            @NotNull(message = "请选择走访方式") VisitKind kind,

            @NotBlank(message = "请写谈了什么") @Size(max = 4000, message = "内容不超过 4000 字")
            String said,

            @Nullable @Size(max = 10, message = "见到的人不超过 10 位")
            List<@Valid @NotNull PersonRequest> people,

            @Nullable @Size(max = 10, message = "承诺不超过 10 项")
            List<@Valid @NotNull PromiseRequest> promises,

            @Nullable @Size(max = 10, message = "问题不超过 10 个")
            List<@Valid @NotNull ProblemRequest> problems,

            @Schema(description = "默认不记；县里没有打开的，填了会被拒绝") @Nullable @Valid
            PlaceRequest place) {

        @Schema(hidden = true)
        @AssertTrue(message = "承诺和问题的编号不能重复")
        boolean isEachOnce() {
            return isDistinct(promises, PromiseRequest::id) && isDistinct(problems, ProblemRequest::id);
        }

        private static <T> boolean isDistinct(@Nullable List<T> items, Function<T, @Nullable UUID> id) {
            if (items == null) return true;
            var ids = items.stream().filter(Objects::nonNull).map(id).toList();
            return ids.stream().distinct().count() == ids.size();
        }

        RecordingVisits.Written written() {
            return new RecordingVisits.Written(device, revision, base == null ? 0 : base);
        }

        VisitReport report() {
            return new VisitReport(
                    enterprise,
                    visitedAt.toInstant().truncatedTo(ChronoUnit.MILLIS),
                    kind,
                    said.strip(),
                    all(people).map(PersonRequest::met).toList(),
                    all(promises).map(PromiseRequest::promised).toList(),
                    all(problems).map(ProblemRequest::heard).toList(),
                    place == null ? null : place.place());
        }

        private static <T> Stream<T> all(@Nullable List<T> items) {
            return items == null ? Stream.of() : items.stream();
        }

        /** Without what is personal. */
        @Override
        public String toString() {
            return "VisitRequest[" + enterprise + ", " + revision + "]";
        }
    }

    record PersonRequest(
            @NotBlank(message = "请填写见到的人的姓名") @Size(max = 50, message = "姓名不超过 50 字")
            String name,

            @NotNull(message = "请填写职务，不清楚的留空") @Size(max = 50, message = "职务不超过 50 字")
            String position) {

        VisitReport.Met met() {
            return new VisitReport.Met(name.strip(), position.strip());
        }

        /** Without the name, which is personal. */
        @Override
        public String toString() {
            return "PersonRequest[" + position + "]";
        }
    }

    record PromiseRequest(
            @Schema(description = "手机给这项承诺的编号") @NotNull(message = "缺少承诺的编号，请升级小程序")
            UUID id,

            @NotNull(message = "请选择谁承诺的") Promiser by,

            @Schema(description = "部门承诺的填部门名称，其他不填") @Nullable @Size(max = 60, message = "部门名称不超过 60 字")
            String office,

            @NotBlank(message = "请写明承诺什么事") @Size(max = 200, message = "承诺不超过 200 字")
            String what,

            @NotNull(message = "请填写到哪天") LocalDate dueOn) {

        @Schema(hidden = true)
        @AssertTrue(message = "部门承诺的要写部门名称，其他的不用写")
        boolean isOfficeNamed() {
            return (by == Promiser.OFFICE) == (office != null && !office.isBlank());
        }

        VisitReport.Promised promised() {
            return new VisitReport.Promised(
                    id, by, by == Promiser.OFFICE && office != null ? office.strip() : null, what.strip(), dueOn);
        }
    }

    record ProblemRequest(
            @Schema(description = "手机给这个问题的编号；送达后内容不再变") @NotNull(message = "缺少问题的编号，请升级小程序")
            UUID id,

            @Schema(description = "诉求类别；指明已有诉求的不填") @Nullable @Size(max = 40, message = "诉求类别不对，请从列表里选")
            String category,

            @NotBlank(message = "请用一句话写明诉求") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明情况和希望解决什么") @Size(max = 2000, message = "内容不超过 2000 字")
            String content,

            @Schema(description = "就是这家企业已有的哪件诉求：填了的不另立") @Nullable
            TicketId ticket) {

        @Schema(hidden = true)
        @AssertTrue(message = "请选择诉求类别")
        boolean isCategoryChosen() {
            return ticket != null || (category != null && !category.isBlank());
        }

        VisitReport.Heard heard() {
            return new VisitReport.Heard(id, category == null ? "" : category, title.strip(), content.strip(), ticket);
        }
    }

    record PlaceRequest(
            @NotNull(message = "缺少纬度")
            @DecimalMin(value = "-90", message = "纬度不对")
            @DecimalMax(value = "90", message = "纬度不对")
            Double latitude,

            @NotNull(message = "缺少经度")
            @DecimalMin(value = "-180", message = "经度不对")
            @DecimalMax(value = "180", message = "经度不对")
            Double longitude) {

        VisitReport.Place place() {
            return new VisitReport.Place(latitude, longitude);
        }

        /** Without the position, which is personal. */
        @Override
        public String toString() {
            return "PlaceRequest[]";
        }
    }

    record OutcomeRequest(
            @NotNull(message = "请选择兑现没有") Boolean kept,
            @NotNull(message = "请填写日期") LocalDate on,

            @NotBlank(message = "请写明情况") @Size(max = 500, message = "说明不超过 500 字")
            String note) {}

    record PromiseTicketRequest(
            @NotBlank(message = "请选择诉求类别") @Size(max = 40, message = "诉求类别不对，请从列表里选")
            String category,

            @NotBlank(message = "请用一句话写明诉求") @Size(max = 60, message = "标题不超过 60 字")
            String title,

            @NotBlank(message = "请写明情况和希望解决什么") @Size(max = 2000, message = "内容不超过 2000 字")
            String content) {}

    record PlanRequest(
            @Schema(description = "企业编号；不知道编号的填统一社会信用代码") @Nullable
            EnterpriseId enterprise,

            @Schema(description = "统一社会信用代码；填了企业编号的不填") @Nullable @Size(max = 18, message = "统一社会信用代码是 18 位")
            String uscc,

            @NotNull(message = "请选择哪天去") LocalDate on,

            @NotBlank(message = "请写明去做什么") @Size(max = 200, message = "来意不超过 200 字")
            String purpose,

            @Schema(description = "与哪次走访一起去：日期以那次的为准") @Nullable
            PlanId jointWith) {

        PlanningVisits.Asked asked() {
            return new PlanningVisits.Asked(
                    enterprise,
                    uscc == null || uscc.isBlank() ? null : uscc.strip().toUpperCase(Locale.ROOT),
                    on,
                    purpose.strip(),
                    jointWith);
        }
    }

    record PostponementRequest(
            @NotNull(message = "请选择改到哪天") LocalDate to,

            @NotBlank(message = "请简单写明为什么改期") @Size(max = 200, message = "原因不超过 200 字")
            String note) {}

    record CallbackRequest(
            @NotNull(message = "请选择联系上没有") Boolean reached,

            @Schema(description = "没联系上的不填") @Nullable Boolean came,

            @Schema(description = "没来过的不填") @Nullable Boolean useful,

            @Nullable @Size(max = 500, message = "企业说的不超过 500 字")
            String note) {

        @Schema(hidden = true)
        @AssertTrue(message = "联系上的请填来过没有，来过的请填有用没有，其他的不填")
        boolean isComplete() {
            if (reached == null) return true;
            return reached == (came != null) && Boolean.TRUE.equals(came) == (useful != null);
        }
    }

    record DismissalRequest(
            @NotBlank(message = "请写明为什么不再提示") @Size(max = 200, message = "原因不超过 200 字")
            String reason) {}

    record EchoRequest(
            @NotNull(message = "请选择来过没有") Boolean came,

            @Schema(description = "没来过的不填") @Nullable Boolean useful) {

        @Schema(hidden = true)
        @AssertTrue(message = "来过的请说有用没有，没来过的不用说")
        boolean isComplete() {
            return came == null || came == (useful != null);
        }
    }
}
