package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Role;
import io.qihang.indicator.CountedMember;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.visit.domain.FieldFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "走访的数")
@RestController
class FieldFigureController {

    private final FieldFigures figures;

    FieldFigureController(FieldFigures figures) {
        this.figures = figures;
    }

    @Operation(
            operationId = "showFieldFigures",
            summary = "走访覆盖和承诺兑现",
            description = "某一天（默认今天）有主责专员的企业里当年走访过的，当年到期的承诺里兑现了的；每个数都有分母。照文件的次序，不排名；乡镇、街道只看本单位的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/field-figures")
    FieldFigures.FieldNumbers show(
            Actor actor, @RequestParam RegionCode county, @RequestParam(required = false) @Nullable LocalDate asOf) {
        return figures.show(actor, county, asOf);
    }

    @Operation(
            operationId = "listFieldFigure",
            summary = "走访的数后面的名单",
            description =
                    "indicator 为 visit.in_charge、visit.covered、promise.due、promise.kept；unit 填乡镇、街道或县。missing 为 true 列还没走访、没兑现的。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/field-figures/{indicator}/members")
    Page<CountedMember> members(
            Actor actor,
            @PathVariable String indicator,
            @RequestParam RegionCode unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Boolean missing,
            @ParameterObject PageRequest page) {
        return figures.members(actor, indicator, unit, asOf, Boolean.TRUE.equals(missing), page);
    }
}
