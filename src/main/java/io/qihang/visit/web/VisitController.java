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
import io.qihang.visit.domain.RecordingVisits;
import io.qihang.visit.domain.VisitReading;
import io.qihang.visit.domain.VisitViews.VisitCard;
import io.qihang.visit.domain.VisitViews.VisitView;
import io.qihang.visit.web.VisitRequests.VisitRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "服务专员的走访")
@RestController
class VisitController {

    private final RecordingVisits recording;
    private final VisitReading reading;

    VisitController(RecordingVisits recording, VisitReading reading) {
        this.recording = recording;
        this.reading = reading;
    }

    @ApiResponse(responseCode = "201", description = "第一次送达", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "送过了，或改好了", useReturnTypeSchema = true)
    @Operation(
            operationId = "recordVisit",
            summary = "送达一条走访记录",
            description =
                    "clientId 由手机生成，一条走访一个，就是它的幂等键：重复送、打乱顺序送，结果都一样。首次送达返回 201，其余 200。"
                            + "同一部手机以稿次最大的为准；两部手机互不知道地改了同一条，两稿都留着，disputed 为 true，由本人核对；每个问题只产生一件诉求。企业要在走访当天属于本人帮包。离线排队的规则见 offline.md。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("visit.record")
    @PutMapping("/api/v1/visits/{clientId}")
    ResponseEntity<RecordingVisits.Receipt> record(
            Actor actor, @PathVariable UUID clientId, @Valid @RequestBody VisitRequest request) {
        var recorded = recording.record(actor, clientId, request.written(), request.report());
        return recorded.first()
                ? ResponseEntity.created(URI.create("/api/v1/visits/" + clientId))
                        .body(recorded.receipt())
                : ResponseEntity.ok(recorded.receipt());
    }

    @Operation(operationId = "listOwnVisits", summary = "本人的走访记录", description = "最近的在前；填了企业的，只看这家。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/visits")
    Page<VisitCard> list(
            Actor actor,
            @RequestParam(required = false) @Nullable EnterpriseId enterprise,
            @ParameterObject PageRequest page) {
        return reading.own(actor, enterprise, page);
    }

    @Operation(operationId = "showOwnVisit", summary = "本人的一条走访记录", description = "clientId 是手机给的编号。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE)
    @GetMapping("/api/v1/visits/{clientId}")
    VisitView show(Actor actor, @PathVariable UUID clientId) {
        return reading.own(actor, clientId);
    }
}
