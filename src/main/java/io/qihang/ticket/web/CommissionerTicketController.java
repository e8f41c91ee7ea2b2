package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Times;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import io.qihang.ticket.domain.TicketReading;
import io.qihang.ticket.domain.TicketSearch;
import io.qihang.ticket.web.TicketRequests.VisitRequest;
import io.qihang.ticket.web.TicketViews.TrackCard;
import io.qihang.ticket.web.TicketViews.TrackView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "服务专员的诉求")
@RestController
class CommissionerTicketController {

    private static final TicketSearch ALL =
            new TicketSearch(null, null, null, null, null, null, null, null, null, null);

    private final TicketIntake intake;
    private final TicketReading reading;
    private final Repeats repeats;
    private final Clock clock;

    CommissionerTicketController(TicketIntake intake, TicketReading reading, Repeats repeats, Clock clock) {
        this.intake = intake;
        this.reading = reading;
        this.repeats = repeats;
        this.clock = clock;
    }

    @Operation(operationId = "raiseTicketOnVisit", summary = "走访中登记诉求", description = "期限从登记时起算；只限本人今天帮包的企业。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("ticket.raise")
    @PostMapping("/api/v1/field/enterprises/{enterprise}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RaisedTicket> raise(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody VisitRequest asked) {
        var raised = repeats.once(
                actor,
                "raiseTicketOnVisit " + enterprise,
                key,
                asked,
                RaisedTicket.class,
                () -> intake.onVisit(
                        actor,
                        enterprise,
                        Times.dayOf(clock.instant()),
                        asked.category(),
                        asked.title(),
                        asked.content(),
                        asked.note(),
                        asked.attached()));
        return ResponseEntity.created(URI.create("/api/v1/field/tickets/" + raised.id()))
                .body(raised);
    }

    @Operation(operationId = "listRaisedTickets", summary = "本人登记的诉求", description = "最新的在前。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/tickets")
    Page<TrackCard> list(Actor actor, @ParameterObject PageRequest page) {
        return reading.search(actor, ALL, page).map(TrackCard::of);
    }

    @Operation(operationId = "trackRaisedTicket", summary = "跟踪本人登记的诉求")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/tickets/{ticket}")
    TrackView track(Actor actor, @PathVariable TicketId ticket) {
        return TrackView.of(reading.show(actor, ticket));
    }
}
