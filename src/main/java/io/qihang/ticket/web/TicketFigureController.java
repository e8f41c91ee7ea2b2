package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Role;
import io.qihang.indicator.CountedMember;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.domain.CountingTickets;
import io.qihang.ticket.domain.TicketFigure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "诉求台账")
@RestController
class TicketFigureController {

    private final CountingTickets counting;

    TicketFigureController(CountingTickets counting) {
        this.counting = counting;
    }

    @Operation(
            operationId = "showTicketFigures",
            summary = "诉求的数",
            description =
                    "今年以来收到、分派、退回、销号、重新立项，今天到期、超期未办，按企业所在乡镇（街道），不排名；of 是分母：退回的分母是分派，重新立项的分母是销号；各步骤用掉的工作时间取中位数（小时）。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-figures")
    CountingTickets.TicketFiguresView show(Actor actor) {
        return counting.today(actor);
    }

    @Operation(
            operationId = "listTicketsCounted",
            summary = "一个数的名单",
            description = "unit 不写的为全县；id 是诉求，同一件数了几次的写在名称后面。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/ticket-figure-members")
    Page<CountedMember> members(
            Actor actor,
            @RequestParam TicketFigure figure,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @ParameterObject PageRequest page) {
        return counting.behind(actor, figure, unit, page);
    }
}
