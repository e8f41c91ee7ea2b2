package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.assignment.AssignmentScreens;
import io.qihang.enterprise.assignment.ImportingAssignments;
import io.qihang.enterprise.assignment.KeepingAssignments;
import io.qihang.enterprise.assignment.RoundId;
import io.qihang.enterprise.web.AssignmentRequests.RoundRequest;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "专员名单")
@RestController
class AssignmentRoundController {

    private final KeepingAssignments keeping;
    private final ImportingAssignments importing;
    private final AssignmentScreens screens;

    AssignmentRoundController(KeepingAssignments keeping, ImportingAssignments importing, AssignmentScreens screens) {
        this.keeping = keeping;
        this.importing = importing;
        this.screens = screens;
    }

    record RoundView(RoundId round) {}

    @Operation(operationId = "openAssignmentRound", summary = "建立一轮专员名单", description = "以前各轮都保留。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.WRITE)
    @Audited("assignment.open-round")
    @PostMapping("/api/v1/desk/assignment-rounds")
    @ResponseStatus(HttpStatus.CREATED)
    RoundView open(Actor actor, @Valid @RequestBody RoundRequest request) {
        return new RoundView(keeping.openRound(
                actor, request.county(), request.name(), request.document(), request.startsOn(), request.endsOn()));
    }

    @Operation(operationId = "listAssignmentRounds", summary = "专员名单各轮", description = "最新的在前；附企业数、专员数、今天没有主责专员的企业数。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/assignment-rounds")
    Page<AssignmentScreens.RoundLine> list(
            Actor actor, @RequestParam RegionCode county, @ParameterObject PageRequest page) {
        return screens.rounds(actor, county, page);
    }

    @Operation(operationId = "listAssignments", summary = "一轮名单的内容", description = "只列本人办理范围内的企业。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/assignment-rounds/{round}/assignments")
    Page<AssignmentScreens.AssignmentLine> assignments(
            Actor actor, @PathVariable RoundId round, @ParameterObject PageRequest page) {
        return screens.ofRound(actor, round, page);
    }

    @Operation(
            operationId = "importAssignments",
            summary = "从 Excel 导入专员名单",
            description = "mode=dry-run 只检查，逐行说明错误；mode=apply 全部正确才导入。xlsx，不超过 5 MB、5000 行、50 列；列为统一社会信用代码、企业名称、"
                    + "专员登录名、专员类别、派出单位，可加“是否主责”。上一轮的专员由新名单接替，最早从今天起，历史不改。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("assignment.import")
    @PostMapping(
            path = "/api/v1/desk/assignment-rounds/{round}/imports",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportingAssignments.Report importFile(
            Actor actor,
            @PathVariable RoundId round,
            @RequestParam @Pattern(regexp = "dry-run|apply", message = "mode 只能是 dry-run 或 apply") String mode,
            @RequestPart MultipartFile file)
            throws IOException {
        return mode.equals("apply")
                ? importing.apply(actor, round, file.getBytes())
                : importing.dryRun(actor, round, file.getBytes());
    }
}
