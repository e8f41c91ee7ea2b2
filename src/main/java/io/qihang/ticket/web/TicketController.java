package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import io.qihang.ticket.domain.Rechecks;
import io.qihang.ticket.domain.TicketClosing;
import io.qihang.ticket.domain.TicketHandling;
import io.qihang.ticket.domain.TicketOutcomes;
import io.qihang.ticket.domain.TicketReading;
import io.qihang.ticket.domain.TicketSettings;
import io.qihang.ticket.web.OutcomeRequests.RecheckRequest;
import io.qihang.ticket.web.TicketRequests.NoteRequest;
import io.qihang.ticket.web.TicketRequests.RaiseRequest;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.qihang.ticket.web.TicketRequests.SupplementRequest;
import io.qihang.ticket.web.TicketViews.TrackCard;
import io.qihang.ticket.web.TicketViews.TrackView;
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

@Tag(name = "企业诉求")
@RestController
class TicketController {

    private final TicketIntake intake;
    private final TicketHandling handling;
    private final TicketClosing closing;
    private final TicketOutcomes outcomes;
    private final Rechecks rechecks;
    private final TicketReading reading;
    private final TicketSettings settings;
    private final Repeats repeats;

    TicketController(
            TicketIntake intake,
            TicketHandling handling,
            TicketClosing closing,
            TicketOutcomes outcomes,
            Rechecks rechecks,
            TicketReading reading,
            TicketSettings settings,
            Repeats repeats) {
        this.intake = intake;
        this.handling = handling;
        this.closing = closing;
        this.outcomes = outcomes;
        this.rechecks = rechecks;
        this.reading = reading;
        this.settings = settings;
        this.repeats = repeats;
    }

    record CategoryView(String code, String name) {}

    @Operation(operationId = "listTicketCategories", summary = "诉求类别", description = "按文件中的次序。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{county}/ticket-categories")
    List<CategoryView> categories(@PathVariable RegionCode county) {
        return settings.categories(county).stream()
                .map(it -> new CategoryView(it.code(), it.name()))
                .toList();
    }

    @Operation(
            operationId = "raiseTicket",
            summary = "提出诉求",
            description = "期限从提交时起算，次一工作日为第一天。重复提交同一个 Idempotency-Key 只登记一件。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.raise")
    @PostMapping("/api/v1/enterprises/{enterprise}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RaisedTicket> raise(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody RaiseRequest asked) {
        var raised = repeats.once(
                actor,
                "raiseTicket " + enterprise,
                key,
                asked,
                RaisedTicket.class,
                () -> intake.byMember(
                        actor, enterprise, asked.category(), asked.title(), asked.content(), asked.attached()));
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + raised.id()))
                .body(raised);
    }

    @Operation(operationId = "listOwnTickets", summary = "本企业的诉求", description = "最新的在前；open=true 只列没有销号的。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/tickets")
    Page<TrackCard> list(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestParam(defaultValue = "false") boolean open,
            @ParameterObject PageRequest page) {
        return reading.ofEnterprise(actor, enterprise, open, page).map(TrackCard::of);
    }

    @Operation(operationId = "trackTicket", summary = "跟踪诉求", description = "每一步由谁办、在哪个单位、什么时间，每个期限为什么是这一天。")
    @Allow(person = true)
    @GetMapping("/api/v1/tickets/{ticket}")
    TrackView track(Actor actor, @PathVariable TicketId ticket) {
        return TrackView.of(reading.track(actor, ticket));
    }

    @Operation(operationId = "confirmTicket", summary = "确认已解决", description = "确认后销号，结果为“已解决”。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.confirm")
    @PostMapping("/api/v1/tickets/{ticket}/confirmation")
    TrackView confirm(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody NoteRequest said) {
        repeats.once(actor, "confirmTicket", ticket, key, said, () -> closing.confirm(actor, ticket, said.text()));
        return track(actor, ticket);
    }

    @Operation(operationId = "rejectAnswer", summary = "认为未解决", description = "退回承办单位继续办理，办结期限不变。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.reject")
    @PostMapping("/api/v1/tickets/{ticket}/rejection")
    TrackView reject(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest said) {
        repeats.once(actor, "rejectAnswer", ticket, key, said, () -> closing.reject(actor, ticket, said.reason()));
        return track(actor, ticket);
    }

    @Operation(operationId = "reopenTicket", summary = "重新立项", description = "编号和办理过程保留，期限重新起算。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.reopen")
    @PostMapping("/api/v1/tickets/{ticket}/reopening")
    TrackView reopen(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest said) {
        repeats.once(
                actor, "reopenTicket", ticket, key, said, () -> closing.reopenByMember(actor, ticket, said.reason()));
        return track(actor, ticket);
    }

    @Operation(
            operationId = "supplementTicket",
            summary = "补充情况",
            description = "没有销号的随时可以补充，承办单位会收到提醒；要等企业材料的，请用“补充材料”。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.supplement")
    @PostMapping("/api/v1/tickets/{ticket}/supplement")
    TrackView supplement(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody SupplementRequest said) {
        repeats.once(
                actor, "supplementTicket", ticket, key, said, () -> handling.supplement(actor, ticket, said.text()));
        return track(actor, ticket);
    }

    @Operation(operationId = "withdrawTicket", summary = "撤回诉求", description = "没有销号的随时可以撤回，不需要谁同意；结果为“企业撤回”，以后可以重新立项。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.withdraw")
    @PostMapping("/api/v1/tickets/{ticket}/withdrawal")
    TrackView withdraw(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody ReasonRequest said) {
        repeats.once(actor, "withdrawTicket", ticket, key, said, () -> outcomes.withdraw(actor, ticket, said.reason()));
        return track(actor, ticket);
    }

    @Operation(operationId = "answerRecheck", summary = "回答回访", description = "销号满若干天问一次还有没有这个问题；又出现了的，随即重新立项，编号和经过不变。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("ticket.answer-recheck")
    @PostMapping("/api/v1/tickets/{ticket}/recheck")
    TrackView answerRecheck(
            Actor actor,
            @PathVariable TicketId ticket,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody RecheckRequest said) {
        repeats.once(
                actor,
                "answerRecheck",
                ticket,
                key,
                said,
                () -> rechecks.answerByMember(actor, ticket, said.solved(), said.note()));
        return track(actor, ticket);
    }
}
