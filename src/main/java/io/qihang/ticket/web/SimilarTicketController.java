package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.domain.CommonProblems;
import io.qihang.ticket.domain.SimilarTickets;
import io.qihang.ticket.web.CommonProblemRequests.JoinRequest;
import io.qihang.ticket.web.TicketViews.TrackCard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

@Tag(name = "企业诉求")
@RestController
class SimilarTicketController {

    private final SimilarTickets similar;
    private final CommonProblems problems;
    private final Repeats repeats;

    SimilarTicketController(SimilarTickets similar, CommonProblems problems, Repeats repeats) {
        this.similar = similar;
        this.problems = problems;
        this.repeats = repeats;
    }

    record SimilarView(
            @Schema(description = "本企业没有销号的同类诉求") List<TrackCard> own,

            @Schema(description = "本县的共性问题；只有家数，没有别的企业的名称和内容")
            List<SimilarTickets.OfferedProblem> common,

            @Schema(description = "本乡镇（街道）另有几家企业在反映类似问题；不足 3 家的为 0")
            int nearby) {}

    @Operation(
            operationId = "findSimilarTickets",
            summary = "提交前看看有没有同样的",
            description = "本企业已经提过的，可以补充情况；几家企业都有的共性问题，可以加入。都不是的照常提交。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/similar-tickets")
    SimilarView find(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestParam @Size(max = 40, message = "诉求类别不对，请从列表里选") String category,
            @RequestParam @Size(max = 60, message = "标题不超过 60 字") String title) {
        SimilarTickets.Similar found = similar.before(actor, enterprise, category, title);
        return new SimilarView(found.own().stream().map(TrackCard::of).toList(), found.common(), found.nearby());
    }

    @Operation(
            operationId = "joinCommonProblem",
            summary = "加入共性问题",
            description = "本企业也有这个问题：登记为本企业的一件诉求，直接到承办单位，期限从现在起算，办得怎样由本企业自己确认。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.raise")
    @PostMapping("/api/v1/enterprises/{enterprise}/common-problems/{problem}/joining")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RaisedTicket> join(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable CommonProblemId problem,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody JoinRequest asked) {
        var raised = repeats.once(
                actor,
                "joinCommonProblem " + enterprise + " " + problem,
                key,
                asked,
                RaisedTicket.class,
                () -> problems.join(actor, enterprise, problem, asked.text()));
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + raised.id()))
                .body(raised);
    }
}
