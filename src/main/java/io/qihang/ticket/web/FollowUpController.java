package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.FollowUp;
import io.qihang.ticket.domain.FollowingUp;
import io.qihang.ticket.domain.SampleResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "持续跟踪")
@RestController
class FollowUpController {

    private final FollowingUp following;

    FollowUpController(FollowingUp following) {
        this.following = following;
    }

    record FeedbackRequest(
            @Nullable Boolean contacted, @Nullable Boolean useful) {}

    record CallBackRequest(
            @NotNull(message = "请选择回访结果") SampleResult result,

            @Nullable @Size(max = 1000, message = "说明不超过 1000 字")
            String note) {}

    @Operation(operationId = "showFollowUp", summary = "销号之后还可以说的", description = "正在问的回访，和两个问题的回答；都可以不答。")
    @Allow(person = true)
    @GetMapping("/api/v1/tickets/{ticket}/follow-up")
    FollowUp show(Actor actor, @PathVariable TicketId ticket) {
        return following.of(actor, ticket);
    }

    @Operation(operationId = "answerFeedback", summary = "评价", description = "是否联系过您、是否有用，可以只答一个；再答的代替前一次。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.answer-feedback")
    @PostMapping("/api/v1/tickets/{ticket}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody FeedbackRequest said) {
        following.answer(actor, ticket, said.contacted(), said.useful());
    }

    @Operation(
            operationId = "listSatisfaction",
            summary = "销号质量",
            description = "按承办单位，不排名；每个比率都连同分母：销号几件、答了几件。企业撤回的不算。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-satisfaction")
    List<FollowingUp.SatisfactionRate> rates(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        return following.rates(actor, from, until);
    }

    @Operation(operationId = "drawSample", summary = "抽取回访", description = "从 from 所在的月（已过完）销号的诉求里按设置的比例抽，每月一次；再抽结果不变。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.draw-sample")
    @PostMapping("/api/v1/desk/ticket-samples")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draw(Actor actor, @RequestParam LocalDate from) {
        following.draw(actor, YearMonth.from(from));
    }

    @Operation(operationId = "showSample", summary = "一个月的抽样回访", description = "from 是该月的任何一天。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-samples")
    FollowingUp.Sample sample(Actor actor, @RequestParam LocalDate from) {
        return following.sample(actor, YearMonth.from(from));
    }

    @Operation(operationId = "recordCallBack", summary = "记回访结果", description = "只限抽中的；再记的代替前一次。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.record-call-back")
    @PostMapping("/api/v1/desk/tickets/{ticket}/call-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(Actor actor, @PathVariable TicketId ticket, @Valid @RequestBody CallBackRequest said) {
        following.called(actor, ticket, said.result(), said.note());
    }
}
