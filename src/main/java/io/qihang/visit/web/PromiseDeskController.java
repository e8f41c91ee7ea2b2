package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.web.Spreadsheets;
import io.qihang.visit.domain.FieldReading;
import io.qihang.visit.domain.PromiseId;
import io.qihang.visit.domain.PromiseSearch;
import io.qihang.visit.domain.PromiseStatus;
import io.qihang.visit.domain.Promiser;
import io.qihang.visit.domain.SettlingPromises;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.PromiseInFull;
import io.qihang.visit.web.VisitRequests.OutcomeRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "承诺台账")
@RestController
class PromiseDeskController {

    private final FieldReading field;
    private final SettlingPromises settling;

    PromiseDeskController(FieldReading field, SettlingPromises settling) {
        this.field = field;
        this.settling = settling;
    }

    @Operation(
            operationId = "listDeskPromises",
            summary = "承诺台账",
            description = "谁、什么事、到哪天、结果怎样；只列本人办理范围内企业的，先到期的在前。status 不填只列未到结果的（填了 overdue、disputed、日期的除外）。"
                    + "overdue 为 true 只列超期的，为 false 只列未到期的；disputed 为 true 只列两处登记结果不一样的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/promises")
    Page<LedgerLine> list(
            Actor actor,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @RequestParam(required = false) @Nullable EnterpriseId enterprise,
            @RequestParam(required = false) @Nullable PromiseStatus status,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean disputed,
            @RequestParam(required = false) @Nullable Promiser by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @ParameterObject PageRequest page) {
        boolean any = status != null || overdue != null || disputed != null || from != null || until != null;
        return field.within(
                actor,
                new PromiseSearch(
                        unit, enterprise, any ? status : PromiseStatus.OPEN, overdue, disputed, by, from, until),
                page);
    }

    @Operation(operationId = "showPromise", summary = "一项承诺", description = "两处登记结果不一样的，附另一种说法。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/promises/{promise}")
    PromiseInFull show(Actor actor, @PathVariable PromiseId promise) {
        return field.promise(actor, promise);
    }

    @Operation(operationId = "decidePromise", summary = "核对后定承诺的结果", description = "只用于两处登记结果不一样的；定了之后以这里为准，原来的说法都留着。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER},
            rate = RateClass.WRITE)
    @Audited("promise.decide")
    @PostMapping("/api/v1/desk/promises/{promise}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Actor actor, @PathVariable PromiseId promise, @Valid @RequestBody OutcomeRequest request) {
        settling.decide(actor, promise, request.kept(), request.on(), request.note());
    }

    @Operation(
            operationId = "exportPromises",
            summary = "导出承诺台账",
            description = "到期日在 from 和 until 之间的，各种结果都在内；xlsx，不超过 5000 项。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER},
            rate = RateClass.BULK)
    @Audited("promise.export")
    @GetMapping("/api/v1/desk/promise-ledger")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @RequestParam(required = false) @Nullable PromiseStatus status) {
        var lines = field.all(actor, new PromiseSearch(unit, null, status, null, null, null, from, until));
        return Spreadsheets.download("承诺台账-" + from + "-" + until + ".xlsx", PromiseSheet.write(lines));
    }
}
