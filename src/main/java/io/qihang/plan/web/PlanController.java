package io.qihang.plan.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.indicator.Candidate;
import io.qihang.indicator.CountedMember;
import io.qihang.plan.domain.PlanReading;
import io.qihang.plan.domain.PlanReading.Figure;
import io.qihang.plan.domain.PlanReading.PlanLine;
import io.qihang.plan.domain.PlanScreen;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.web.Spreadsheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "年度计划")
@RestController
class PlanController {

    private final PlanReading reading;

    PlanController(PlanReading reading) {
        this.reading = reading;
    }

    @Operation(operationId = "listPlans", summary = "本县的年度计划")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER, Role.TOWNSHIP_OFFICER})
    @GetMapping("/api/v1/desk/plans")
    List<PlanLine> list(Actor actor) {
        return reading.list(actor);
    }

    @Operation(
            operationId = "showPlan",
            summary = "年度计划和完成情况",
            description = "项目和单位按文件的次序，不排名。只计这一年的；asOf 默认今天，年度过后为年末。乡镇（街道）只看本单位和全县合计。" + "“另：已认定”不是完成数。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER, Role.TOWNSHIP_OFFICER})
    @GetMapping("/api/v1/desk/plans/{year}")
    PlanScreen show(Actor actor, @PathVariable int year, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return reading.show(actor, year, asOf);
    }

    @Operation(
            operationId = "listPlanMembers",
            summary = "一个数背后的名单",
            description = "unit 为乡镇、街道、开发区，或县（全县合计）。figure：COUNTED 完成数，COMPARED 对照来源，RECOGNISED 已认定。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER, Role.TOWNSHIP_OFFICER})
    @GetMapping("/api/v1/desk/plans/{year}/items/{no}/units/{unit}/members")
    Page<CountedMember> members(
            Actor actor,
            @PathVariable int year,
            @PathVariable int no,
            @PathVariable RegionCode unit,
            @RequestParam(defaultValue = "COUNTED") Figure figure,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @ParameterObject PageRequest page) {
        return reading.members(actor, year, no, unit, figure, asOf, page);
    }

    @Operation(operationId = "listPlanMissing", summary = "还没有计入的名单", description = "平台注册：企业名录里属于这个单位、到 asOf 还没有登记的企业。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER, Role.TOWNSHIP_OFFICER})
    @GetMapping("/api/v1/desk/plans/{year}/items/{no}/units/{unit}/missing")
    Page<Candidate> missing(
            Actor actor,
            @PathVariable int year,
            @PathVariable int no,
            @PathVariable RegionCode unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @ParameterObject PageRequest page) {
        return reading.missing(actor, year, no, unit, asOf, page);
    }

    @Operation(operationId = "exportPlan", summary = "导出年度计划", description = "Excel，两张表：计划（与附件同样的格式）、截至 asOf 的完成情况。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.LEADER},
            rate = RateClass.BULK)
    @Audited("plan.export")
    @GetMapping(path = "/api/v1/desk/plans/{year}/export", produces = Spreadsheets.XLSX)
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable int year, @RequestParam(required = false) @Nullable LocalDate asOf) {
        PlanScreen screen = reading.export(actor, year, asOf);
        return Spreadsheets.download(screen.name() + "-截至" + screen.asOf() + ".xlsx", new PlanWorkbook(screen).write());
    }
}
