package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.EchoingVisits;
import io.qihang.visit.domain.VisitReading;
import io.qihang.visit.domain.VisitViews.ShortVisit;
import io.qihang.visit.web.VisitRequests.EchoRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "企业看走访")
@RestController
class EnterpriseVisitController {

    private final VisitReading reading;
    private final EchoingVisits echoing;
    private final IdempotentRequests requests;

    EnterpriseVisitController(VisitReading reading, EchoingVisits echoing, IdempotentRequests requests) {
        this.reading = reading;
        this.echoing = echoing;
        this.requests = requests;
    }

    record EchoedView(VisitId visit, boolean came, boolean useful) {}

    @Operation(operationId = "listVisitsToUs", summary = "对本企业的走访", description = "谁、哪天、怎么来的，作了哪些承诺；最近的在前。")
    @Allow(person = true)
    @GetMapping("/api/v1/enterprises/{enterprise}/visits")
    Page<ShortVisit> list(Actor actor, @PathVariable EnterpriseId enterprise, @ParameterObject PageRequest page) {
        return reading.ofEnterprise(actor, enterprise, page);
    }

    @Operation(operationId = "echoVisit", summary = "点“来过、有用”", description = "一次走访只能点一次，用来代替定位和照片。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("visit.echo")
    @PostMapping("/api/v1/enterprises/{enterprise}/visits/{visit}/echo")
    EchoedView echo(
            Actor actor,
            @PathVariable EnterpriseId enterprise,
            @PathVariable VisitId visit,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody EchoRequest request) {
        boolean useful = Boolean.TRUE.equals(request.useful());
        return requests.once(
                actor.account(), "echoVisit " + enterprise + " " + visit, key, request, EchoedView.class, () -> {
                    echoing.echo(actor, enterprise, visit, request.came(), useful);
                    return new EchoedView(visit, request.came(), useful);
                });
    }
}
