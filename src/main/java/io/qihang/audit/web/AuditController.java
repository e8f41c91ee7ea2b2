package io.qihang.audit.web;

import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Role;
import io.qihang.audit.AuditTrail;
import io.qihang.audit.domain.AuditEvent;
import io.qihang.audit.domain.AuditProblem;
import io.qihang.audit.domain.AuditReading;
import io.qihang.audit.domain.AuditSearch;
import io.qihang.audit.domain.AuditVerifier;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.platform.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "审计")
@RestController
class AuditController {

    private final AuditReading reading;
    private final AuditVerifier verifier;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    AuditController(AuditReading reading, AuditVerifier verifier, AuditTrail trail, TransactionTemplate transaction) {
        this.reading = reading;
        this.verifier = verifier;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Operation(operationId = "searchAudit", summary = "查询审计记录", description = "按日期范围查询，最新的在前。")
    @Allow(staff = Role.AUDIT_ADMIN)
    @Audited("audit.search")
    @GetMapping("/api/v1/desk/audit/events")
    Page<AuditEvent> search(
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String objectId,
            @RequestParam(required = false) AuditEvent.@Nullable Outcome outcome,
            @ParameterObject PageRequest page) {
        var search = new AuditSearch(
                from.atStartOfDay(Times.SHANGHAI).toInstant(),
                until.plusDays(1).atStartOfDay(Times.SHANGHAI).toInstant(),
                actor,
                action,
                objectId,
                outcome);
        transaction.executeWithoutResult(
                status -> trail.record("audit.search", "audit-event", from + "/" + until, "查询审计记录"));
        return reading.search(search, page);
    }

    @Operation(
            operationId = "verifyAuditChain",
            summary = "核对审计链",
            description = "逐条核对，指出第一条被改动、删除、调换或截掉的记录；给出以前保存的检查点（seq、chain）可以查出尾部被截。"
                    + "一次最多 20000 条：more 为 true 的还没有到底，把 sealed、head 填进 fromSeq、fromChain 接着核对，检查点照带。")
    @Allow(staff = Role.AUDIT_ADMIN)
    @Audited("audit.verify")
    @GetMapping("/api/v1/desk/audit/chain")
    AuditVerifier.Verdict verify(
            @RequestParam(required = false) @Nullable Long seq,
            @RequestParam(required = false) @Nullable String chain,
            @RequestParam(required = false) @Nullable Long fromSeq,
            @RequestParam(required = false) @Nullable String fromChain,
            @RequestParam(required = false) @Nullable Integer most) {
        var checkpoint = link(seq, chain, AuditProblem.CHECKPOINT_INCOMPLETE);
        var from = link(fromSeq, fromChain, AuditProblem.SLICE_UNKNOWN);
        int slice = most == null ? AuditVerifier.MOST : most;
        if (slice < 1 || slice > AuditVerifier.MOST) throw Problem.of(AuditProblem.SLICE_TOO_LONG, AuditVerifier.MOST);
        var verdict = verifier.verify(from, checkpoint, slice);
        transaction.executeWithoutResult(status -> trail.record(
                "audit.verify", "audit-chain", verdict.sealed(), summary(from == null ? 1 : from.seq() + 1, verdict)));
        return verdict;
    }

    private static AuditVerifier.@Nullable Checkpoint link(
            @Nullable Long seq, @Nullable String chain, AuditProblem problem) {
        if (seq == null && chain == null) return null;
        if (seq == null || seq < 1 || chain == null || chain.isBlank()) throw Problem.of(problem);
        return new AuditVerifier.Checkpoint(seq, chain.strip());
    }

    private static String summary(long first, AuditVerifier.Verdict verdict) {
        if (verdict.finding() != null) return "第 " + verdict.firstBad() + " 条异常";
        if (first == 1 && !verdict.more()) return "核对 " + verdict.sealed() + " 条，完好";
        return "核对第 " + first + " 到 " + verdict.sealed() + " 条，完好" + (verdict.more() ? "，后面还没有核对" : "");
    }
}
