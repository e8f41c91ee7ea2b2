package io.qihang.region;

import io.qihang.access.Allow;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "区域")
@RestController
class RegionController {

    private final Regions regions;
    private final Offices offices;

    RegionController(Regions regions, Offices offices) {
        this.regions = regions;
        this.offices = offices;
    }

    record UnitView(RegionCode code, String name, String kind, List<String> aliases) {}

    record OfficeView(String code, String name, List<String> aliases) {}

    @Operation(operationId = "listUnits", summary = "县内的乡镇、街道和开发区", description = "按文件中的次序。")
    @Allow(anyone = true)
    @GetMapping("/api/v1/regions/{county}/units")
    List<UnitView> units(@PathVariable RegionCode county) {
        requireKnown(county);
        return regions.unitsOf(county).stream()
                .map(it -> new UnitView(it.code(), it.name(), it.kind().label(), it.aliases()))
                .toList();
    }

    @Operation(operationId = "listOffices", summary = "县（市）的责任单位")
    @Allow(anyStaff = true, alsoOnPhone = true)
    @GetMapping("/api/v1/desk/regions/{county}/offices")
    List<OfficeView> offices(@PathVariable RegionCode county) {
        requireKnown(county);
        return offices.of(county).stream()
                .map(it -> new OfficeView(it.code(), it.name(), it.aliases()))
                .toList();
    }

    private void requireKnown(RegionCode county) {
        if (regions.find(county).isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
