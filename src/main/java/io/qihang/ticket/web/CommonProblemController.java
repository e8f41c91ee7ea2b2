package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.CommonAnswers;
import io.qihang.ticket.domain.CommonProblems;
import io.qihang.ticket.domain.SimilarTickets;
import io.qihang.ticket.domain.TicketCard;
import io.qihang.ticket.web.CommonProblemRequests.AddRequest;
import io.qihang.ticket.web.CommonProblemRequests.CommonAnswerRequest;
import io.qihang.ticket.web.CommonProblemRequests.CommonProgressRequest;
import io.qihang.ticket.web.CommonProblemRequests.OpenRequest;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "共性问题")
@RestController
class CommonProblemController {

    private final CommonProblems problems;
    private final CommonAnswers answers;
    private final SimilarTickets similar;
    private final Repeats repeats;

    CommonProblemController(CommonProblems problems, CommonAnswers answers, SimilarTickets similar, Repeats repeats) {
        this.problems = problems;
        this.answers = answers;
        this.similar = similar;
        this.repeats = repeats;
    }

    @Operation(
            operationId = "listAlikeTickets",
            summary = "相似的诉求",
            description = "同一类别、标题相近、没有销号的，最相近的在前，供台账单位合并为共性问题；合不合由人定。")
    @Allow(staff = Role.COUNTY_OFFICER)
    @GetMapping("/api/v1/desk/tickets/{ticket}/alike")
    List<TicketCard> alike(Actor actor, @PathVariable TicketId ticket) {
        return similar.at(actor, ticket);
    }

    @Operation(
            operationId = "listCommonProblems",
            summary = "共性问题",
            description = "一类事一行：几家企业、几个乡镇、还有几件没有销号；最新的在前。承办单位看本单位的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/common-problems")
    Page<CommonProblems.CommonLine> list(
            Actor actor, @RequestParam(defaultValue = "true") boolean open, @ParameterObject PageRequest page) {
        return problems.list(actor, open, page);
    }

    @Operation(operationId = "exportCommonProblems", summary = "导出共性问题清单", description = "Excel，供会商；没有办完的全部。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.BULK)
    @Audited("ticket.export-common")
    @GetMapping(path = "/api/v1/desk/common-problem-sheet", produces = Spreadsheets.XLSX)
    ResponseEntity<byte[]> export(Actor actor) {
        return Spreadsheets.download("共性问题清单.xlsx", CommonProblemSheet.write(problems.export(actor)));
    }

    @Operation(operationId = "showCommonProblem", summary = "共性问题的详情", description = "连同其中的诉求，最早提出的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/common-problems/{problem}")
    CommonProblems.CommonWhole show(Actor actor, @PathVariable CommonProblemId problem) {
        return problems.show(actor, problem);
    }

    record OpenedProblem(CommonProblemId id) {}

    @Operation(
            operationId = "openCommonProblem",
            summary = "合并为共性问题",
            description = "台账单位把几家企业的同一个问题合在一起，由一个单位办理；各件的编号、期限和企业确认不变。标题和情况别的企业看得到，不要写企业名称。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.open-common")
    @PostMapping("/api/v1/desk/common-problems")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OpenedProblem> open(
            Actor actor,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody OpenRequest asked) {
        OpenedProblem opened = repeats.atDesk(
                actor,
                "openCommonProblem",
                key,
                asked,
                OpenedProblem.class,
                () -> new OpenedProblem(
                        problems.open(actor, asked.title(), asked.summary(), asked.office(), asked.tickets())));
        return ResponseEntity.created(URI.create("/api/v1/desk/common-problems/" + opened.id()))
                .body(opened);
    }

    @Operation(operationId = "addToCommonProblem", summary = "并入共性问题", description = "再并入几件诉求。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.add-common")
    @PostMapping("/api/v1/desk/common-problems/{problem}/tickets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Actor actor, @PathVariable CommonProblemId problem, @Valid @RequestBody AddRequest asked) {
        problems.add(actor, problem, asked.tickets());
    }

    @Operation(operationId = "removeFromCommonProblem", summary = "移出共性问题", description = "不是同一个问题的移出，由原单位单独办理，期限不变。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.remove-common")
    @PostMapping("/api/v1/desk/common-problems/{problem}/tickets/{ticket}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Actor actor,
            @PathVariable CommonProblemId problem,
            @PathVariable TicketId ticket,
            @Valid @RequestBody ReasonRequest asked) {
        problems.remove(actor, problem, ticket, asked.reason());
    }

    @Operation(operationId = "acceptCommonProblem", summary = "一并受理", description = "其中待受理的诉求全部受理；不能受理的列出原因。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE)
    @Audited("ticket.accept-common")
    @PostMapping("/api/v1/desk/common-problems/{problem}/acceptance")
    CommonAnswers.CommonWord accept(Actor actor, @PathVariable CommonProblemId problem) {
        return answers.accept(actor, problem);
    }

    @Operation(operationId = "progressCommonProblem", summary = "一并记办理进展", description = "写进每一件办理中的诉求，企业可见。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE)
    @Audited("ticket.progress-common")
    @PostMapping("/api/v1/desk/common-problems/{problem}/progress")
    CommonAnswers.CommonWord progress(
            Actor actor,
            @PathVariable CommonProblemId problem,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody CommonProgressRequest asked) {
        return repeats.atDesk(
                actor,
                "progressCommonProblem " + problem,
                key,
                asked,
                CommonAnswers.CommonWord.class,
                () -> answers.progress(actor, problem, asked.text()));
    }

    @Operation(
            operationId = "answerCommonProblem",
            summary = "一并办结答复",
            description = "一次答复，逐家告知；每家企业各自确认是否解决。刚分来还没有受理的随答复受理；不能答复的列出原因。")
    @Allow(staff = Role.HANDLER, rate = RateClass.WRITE)
    @Audited("ticket.answer-common")
    @PostMapping("/api/v1/desk/common-problems/{problem}/answer")
    CommonAnswers.CommonWord answer(
            Actor actor,
            @PathVariable CommonProblemId problem,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody CommonAnswerRequest asked) {
        return repeats.atDesk(
                actor,
                "answerCommonProblem " + problem,
                key,
                asked,
                CommonAnswers.CommonWord.class,
                () -> answers.answer(actor, problem, asked.text(), asked.evidence()));
    }
}
