package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.ticket.TicketId;
import io.qihang.ticket.domain.Supervising;
import io.qihang.ticket.web.OutcomeRequests.ContactRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "提醒和督办")
@RestController
class SupervisionController {

    private final Supervising supervising;

    SupervisionController(Supervising supervising) {
        this.supervising = supervising;
    }

    @Operation(
            operationId = "listTicketLights",
            summary = "一件诉求亮过的灯",
            description = "黄灯、红灯、督办按用掉的工作时间（设置）亮，每个期限每级一次，只在上班时间。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER, Role.LEADER})
    @GetMapping("/api/v1/desk/tickets/{ticket}/lights")
    List<Supervising.LightView> lights(Actor actor, @PathVariable TicketId ticket) {
        return supervising.lights(actor, ticket);
    }

    @Operation(operationId = "printSupervision", summary = "督办单", description = "Word 文件；到督办一级的才有。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER, Role.LEADER},
            rate = RateClass.WRITE)
    @Audited("ticket.print-supervision")
    @PostMapping(path = "/api/v1/desk/tickets/{ticket}/supervision-sheet", produces = SupervisionSheet.DOCX)
    ResponseEntity<byte[]> sheet(Actor actor, @PathVariable TicketId ticket) {
        Supervising.Sheet sheet = supervising.sheet(actor, ticket);
        var disposition = ContentDisposition.attachment()
                .filename("督办单-" + sheet.ticket().card().number() + ".docx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SupervisionSheet.DOCX))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(SupervisionSheet.write(sheet));
    }

    @Operation(
            operationId = "listEscalationContacts",
            summary = "各单位的负责人和分管领导",
            description = "红灯和督办提醒谁；没有设置的，提醒本单位全体经办人、全体领导账号。登录名只给能设置的县局工作人员。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/escalation-contacts")
    List<Supervising.EscalationContact> contacts(Actor actor) {
        return supervising.contacts(actor);
    }

    @Operation(operationId = "setEscalationContact", summary = "设置负责人和分管领导", description = "用登录名；不写为不设。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("ticket.set-contact")
    @PostMapping("/api/v1/desk/escalation-contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setContact(Actor actor, @Valid @RequestBody ContactRequest asked) {
        supervising.setContact(actor, asked.office(), asked.head(), asked.leader());
    }
}
