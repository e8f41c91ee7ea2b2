package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.Callbacks;
import io.qihang.visit.web.VisitRequests.CallbackRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "走访回访")
@RestController
class CallbackController {

    private final Callbacks callbacks;

    CallbackController(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Operation(
            operationId = "listVisitCallbacks",
            summary = "要回访的走访",
            description = "走访送达时随机抽中的（默认百分之十，待县确认），最近抽中的在前；called 为 true 列已经回访的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/visit-callbacks")
    Page<Callbacks.CallbackLine> list(
            Actor actor, @RequestParam(required = false) @Nullable Boolean called, @ParameterObject PageRequest page) {
        return callbacks.list(actor, Boolean.TRUE.equals(called), page);
    }

    @Operation(operationId = "answerVisitCallback", summary = "登记回访结果", description = "问企业两句：来过吗？有用吗？一次走访只登记一次。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("visit.call-back")
    @PostMapping("/api/v1/desk/visit-callbacks/{visit}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(Actor actor, @PathVariable VisitId visit, @Valid @RequestBody CallbackRequest request) {
        callbacks.answer(actor, visit, request.reached(), request.came(), request.useful(), request.note());
    }

    @Operation(
            operationId = "showVisitQuality",
            summary = "企业怎么说走访",
            description = "一段日子里走访了多少次，其中企业点过的、回访过的各多少，各说来过、有用的多少；每个数都连同它的分母。不排名。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/visit-quality")
    Callbacks.Quality quality(
            Actor actor,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable RegionCode unit) {
        return callbacks.quality(actor, from, until, unit);
    }
}
