package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.FieldReading;
import io.qihang.visit.domain.HandingOverFirms;
import io.qihang.visit.domain.VisitKind;
import io.qihang.visit.domain.VisitReading;
import io.qihang.visit.domain.VisitSearch;
import io.qihang.visit.domain.VisitViews.Brief;
import io.qihang.visit.domain.VisitViews.HandOverLine;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.VisitCard;
import io.qihang.visit.domain.VisitViews.VisitView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "走访")
@RestController
class VisitDeskController {

    private final VisitReading reading;
    private final FieldReading field;
    private final HandingOverFirms handingOver;

    VisitDeskController(VisitReading reading, FieldReading field, HandingOverFirms handingOver) {
        this.reading = reading;
        this.field = field;
        this.handingOver = handingOver;
    }

    @Operation(operationId = "listVisits", summary = "走访列表", description = "只列本人办理范围内企业的，最近的在前。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/visits")
    Page<VisitCard> list(
            Actor actor,
            @RequestParam(required = false) @Nullable EnterpriseId enterprise,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @RequestParam(required = false) @Nullable VisitKind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @ParameterObject PageRequest page) {
        return reading.search(actor, new VisitSearch(enterprise, unit, kind, from, until), page);
    }

    @Operation(operationId = "showVisit", summary = "走访详情")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/visits/{visit}")
    VisitView show(Actor actor, @PathVariable VisitId visit) {
        return reading.show(actor, visit);
    }

    @Operation(
            operationId = "showDeskBrief",
            summary = "上门前看一页（可打印）",
            description = "未销号的诉求、未到结果的承诺、快到期的证书、没看的政策、最近三次走访、见过的人；只看本人办理范围内企业的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/brief")
    Brief brief(Actor actor, @PathVariable EnterpriseId enterprise) {
        return field.deskBrief(actor, enterprise);
    }

    @Operation(
            operationId = "listHandOver",
            summary = "专员交接单",
            description = "这位专员在某一天（默认今天）帮包的每家企业：未销号的诉求、未到结果的承诺、最近三次走访。更换专员时打印交给接手的人。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/commissioners/{account}/hand-over")
    Page<HandOverLine> handOver(
            Actor actor,
            @PathVariable StaffId account,
            @RequestParam(required = false) @Nullable LocalDate on,
            @ParameterObject PageRequest page) {
        return handingOver.sheet(actor, account, on, page);
    }

    @Operation(
            operationId = "listPromisesToHandOver",
            summary = "企业未到结果的承诺",
            description = "结束或更换专员时，交给接手的人；接手的人在手机上也能看到。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/enterprises/{enterprise}/promises")
    Page<LedgerLine> promises(Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return field.handedOver(actor, enterprise, page);
    }
}
