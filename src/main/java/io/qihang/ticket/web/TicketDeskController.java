package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.region.Regions;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.TicketIntake;
import io.qihang.ticket.domain.TicketCard;
import io.qihang.ticket.domain.TicketCount;
import io.qihang.ticket.domain.TicketReading;
import io.qihang.ticket.domain.TicketScreen;
import io.qihang.ticket.domain.TicketSearch;
import io.qihang.ticket.web.TicketRequests.EnterRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
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

@Tag(name = "诉求台账")
@RestController
class TicketDeskController {

    private final TicketIntake intake;
    private final TicketReading reading;
    private final Regions regions;
    private final Repeats repeats;

    TicketDeskController(TicketIntake intake, TicketReading reading, Regions regions, Repeats repeats) {
        this.intake = intake;
        this.reading = reading;
        this.regions = regions;
        this.repeats = repeats;
    }

    @Operation(
            operationId = "enterTicket",
            summary = "登记诉求",
            description = "台账单位登记电话、纸质来件等诉求；期限从收到时起算，收到时间可以早于登记，不能晚于现在。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.raise")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RaisedTicket> enter(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @RequestHeader(name = Repeats.KEY, required = false) @Nullable String key,
            @Valid @RequestBody EnterRequest asked) {
        var raised = repeats.once(
                actor,
                "enterTicket " + enterprise,
                key,
                asked,
                RaisedTicket.class,
                () -> intake.byOffice(actor, enterprise, asked.asked()));
        return ResponseEntity.created(URI.create("/api/v1/desk/tickets/" + raised.id()))
                .body(raised);
    }

    @Operation(
            operationId = "listTickets",
            summary = "诉求列表",
            description = "只列出职责范围内的。overdue 指定某个已过的期限；order=DUE 按最近期限先后，只列有期限在计算的。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER, Role.COMMISSIONER},
            alsoOnPhone = true)
    @GetMapping("/api/v1/desk/tickets")
    Page<TicketCard> list(Actor actor, @ParameterObject TicketSearch search, @ParameterObject PageRequest page) {
        return reading.search(actor, search, page);
    }

    @Operation(
            operationId = "countTickets",
            summary = "诉求各环节的件数",
            description = "只数本人办理范围内的，按办理的先后；已销号的只数今年的。overdue 是其中最近期限已过的。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER},
            alsoOnPhone = true)
    @GetMapping("/api/v1/desk/ticket-counts")
    List<TicketCount> counts(Actor actor) {
        return reading.counts(actor);
    }

    @Operation(operationId = "listEnterpriseTickets", summary = "一家企业的诉求", description = "只列本人办理范围内的，最新的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/tickets")
    Page<TicketCard> ofEnterprise(
            Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return reading.ofEnterpriseWithin(actor, enterprise, page);
    }

    @Operation(operationId = "showTicket", summary = "诉求详情")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER, Role.COMMISSIONER},
            alsoOnPhone = true)
    @GetMapping("/api/v1/desk/tickets/{ticket}")
    TicketScreen show(Actor actor, @PathVariable TicketId ticket) {
        return reading.show(actor, ticket);
    }

    @Operation(operationId = "exportTicketLedger", summary = "导出诉求台账", description = "Excel，按收到日期，含未销号和已销号；挂账的仍为未销号。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.BULK)
    @Audited("ticket.export-ledger")
    @GetMapping(path = "/api/v1/desk/ticket-ledger", produces = Spreadsheets.XLSX)
    ResponseEntity<byte[]> export(Actor actor, @RequestParam LocalDate from, @RequestParam LocalDate until) {
        byte[] sheet = LedgerSheet.write(reading.ledger(actor, from, until), regions);
        return Spreadsheets.download("诉求台账-" + from + "至" + until + ".xlsx", sheet);
    }
}
