package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.register.ImportingRegister;
import io.qihang.enterprise.register.RegisterImports;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Tag(name = "企业名录")
@RestController
class RegisterController {

    private final ImportingRegister importing;
    private final RegisterImports imports;
    private final Clock clock;

    RegisterController(ImportingRegister importing, RegisterImports imports, Clock clock) {
        this.importing = importing;
        this.imports = imports;
        this.clock = clock;
    }

    @Operation(
            operationId = "importRegister",
            summary = "从 Excel 导入企业名录",
            description = "mode=dry-run 只检查，逐行说明错误；mode=apply 全部正确才导入。xlsx，不超过 5 MB、5000 行、50 列；"
                    + "必须有“统一社会信用代码”和“企业名称”两列，亩产效益、产业链、规模、营业收入等列记入企业事实。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("register.import")
    @PostMapping(path = "/api/v1/desk/register/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportingRegister.Report importFile(
            Actor actor,
            @RequestParam RegionCode county,
            @RequestParam @Pattern(regexp = "dry-run|apply", message = "mode 只能是 dry-run 或 apply") String mode,
            @RequestParam(required = false) @Nullable LocalDate effectiveFrom,
            @RequestPart MultipartFile file)
            throws IOException {
        LocalDate from = Objects.requireNonNullElseGet(effectiveFrom, () -> Times.dayOf(clock.instant()));
        return mode.equals("apply")
                ? importing.apply(actor, county, Uploads.nameOf(file), from, file.getBytes())
                : importing.dryRun(actor, county, from, file.getBytes());
    }

    @Operation(operationId = "listRegisterImports", summary = "企业名录的导入记录")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/register/imports")
    Page<RegisterImports.ImportLine> list(
            Actor actor, @RequestParam RegionCode county, @ParameterObject PageRequest page) {
        return imports.list(actor, county, page);
    }

    @Operation(operationId = "undoRegisterImport", summary = "撤销一次导入", description = "名录和事实恢复到导入前；后来的导入改过同一家企业的不能撤销。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("register.undo")
    @PostMapping("/api/v1/desk/register/imports/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Actor actor, @PathVariable UUID id) {
        imports.undo(actor, id);
    }
}
