package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.ticket.RaisedTicket;
import io.qihang.visit.domain.FieldReading;
import io.qihang.visit.domain.PromiseId;
import io.qihang.visit.domain.PromisesToTickets;
import io.qihang.visit.domain.SettlingPromises;
import io.qihang.visit.domain.VisitSettings;
import io.qihang.visit.domain.VisitViews.Brief;
import io.qihang.visit.domain.VisitViews.LedgerLine;
import io.qihang.visit.domain.VisitViews.PortfolioLine;
import io.qihang.visit.web.VisitRequests.OutcomeRequest;
import io.qihang.visit.web.VisitRequests.PromiseTicketRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "服务专员的企业")
@RestController
class FieldController {

    private final FieldReading reading;
    private final SettlingPromises settling;
    private final PromisesToTickets toTickets;
    private final VisitSettings settings;
    private final IdempotentRequests requests;

    FieldController(
            FieldReading reading,
            SettlingPromises settling,
            PromisesToTickets toTickets,
            VisitSettings settings,
            IdempotentRequests requests) {
        this.reading = reading;
        this.settling = settling;
        this.toTickets = toTickets;
        this.settings = settings;
        this.requests = requests;
    }

    /**
     * @param disputed whether another outcome was told before, so that an officer decides
     */
    record SettledView(PromiseId promise, boolean disputed) {}

    @Operation(operationId = "listPortfolio", summary = "本人今天帮包的企业", description = "附最近一次走访的日期和未到结果的承诺数。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/portfolio")
    Page<PortfolioLine> portfolio(Actor actor, @ParameterObject PageRequest page) {
        return reading.portfolio(actor, page);
    }

    @Operation(
            operationId = "showBrief",
            summary = "上门前看一页",
            description = "未到结果的承诺、最近三次走访、见过的人，各业务的未销号诉求、快到期证书、没看的政策；只限本人今天帮包（或代班）的企业。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/enterprises/{enterprise}/brief")
    Brief brief(Actor actor, @PathVariable EnterpriseId enterprise) {
        return reading.brief(actor, enterprise);
    }

    @Operation(operationId = "listOpenPromises", summary = "帮包企业未到结果的承诺", description = "先到期的在前；前任在走访中作出的也在内。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/promises")
    Page<LedgerLine> promises(
            Actor actor,
            @RequestParam(required = false) @Nullable EnterpriseId enterprise,
            @ParameterObject PageRequest page) {
        return reading.promises(actor, enterprise, page);
    }

    @Operation(
            operationId = "settlePromise",
            summary = "登记承诺兑现没有",
            description = "写明日期和情况。别处已登记了相反结果的，disputed 为 true：两种说法都留着，由乡镇或县局核对后定。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("promise.settle")
    @PostMapping("/api/v1/field/promises/{promise}/outcome")
    SettledView settle(
            Actor actor,
            @PathVariable PromiseId promise,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody OutcomeRequest request) {
        return requests.once(actor.account(), "settlePromise " + promise, key, request, SettledView.class, () -> {
            boolean disputed = settling.settle(actor, promise, request.kept(), request.on(), request.note());
            return new SettledView(promise, disputed);
        });
    }

    @Operation(
            operationId = "turnPromiseIntoTicket",
            summary = "承诺转为诉求",
            description = "要别的部门办的承诺，转成一件诉求按诉求的期限办；一项承诺只转一次，承诺本身到有结果为止仍在台账里。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("ticket.raise")
    @PostMapping("/api/v1/field/promises/{promise}/ticket")
    @ResponseStatus(HttpStatus.CREATED)
    RaisedTicket toTicket(
            Actor actor,
            @PathVariable PromiseId promise,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody PromiseTicketRequest request) {
        return requests.once(
                actor.account(),
                "turnPromiseIntoTicket " + promise,
                key,
                request,
                RaisedTicket.class,
                () -> toTickets.raise(
                        actor,
                        promise,
                        request.category(),
                        request.title().strip(),
                        request.content().strip()));
    }

    @Operation(operationId = "showVisitRules", summary = "走访怎么记", description = "能不能记位置、送达后多久能改、最多补记多少天以前的。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/field/visit-rules")
    VisitSettings.Setting rules(Actor actor) {
        var county = actor.scope().home();
        if (county == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        return settings.of(county);
    }
}
