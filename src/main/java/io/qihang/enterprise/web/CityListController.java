package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.citylist.CityLists;
import io.qihang.enterprise.citylist.ComparingLists;
import io.qihang.enterprise.citylist.ImportingCityList;
import io.qihang.indicator.YearToDate;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
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

@Tag(name = "市平台名单")
@RestController
class CityListController {

    private final ImportingCityList importing;
    private final CityLists lists;
    private final ComparingLists comparing;

    CityListController(ImportingCityList importing, CityLists lists, ComparingLists comparing) {
        this.importing = importing;
        this.lists = lists;
        this.comparing = comparing;
    }

    @Operation(
            operationId = "importPlatformListing",
            summary = "从 Excel 导入市平台名单",
            description = "mode=dry-run 只检查，逐行说明错误；mode=apply 全部正确才导入。xlsx，不超过 5 MB、5000 行、50 列；"
                    + "必须有“统一社会信用代码”“企业名称”“所属乡镇”“注册日期”四列。listedOn 是名单反映到哪一天。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("platform-listing.import")
    @PostMapping(path = "/api/v1/desk/platform-listings", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportingCityList.ListingReport importFile(
            Actor actor,
            @RequestParam RegionCode county,
            @RequestParam @Pattern(regexp = "dry-run|apply", message = "mode 只能是 dry-run 或 apply") String mode,
            @RequestParam LocalDate listedOn,
            @RequestPart MultipartFile file)
            throws IOException {
        return mode.equals("apply")
                ? importing.apply(actor, county, Uploads.nameOf(file), listedOn, file.getBytes())
                : importing.dryRun(actor, county, listedOn, file.getBytes());
    }

    @Operation(operationId = "listPlatformListings", summary = "市平台名单的导入记录")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER})
    @GetMapping("/api/v1/desk/platform-listings")
    Page<CityLists.ListingLine> list(Actor actor, @RequestParam RegionCode county, @ParameterObject PageRequest page) {
        return lists.list(actor, county, page);
    }

    @Operation(operationId = "undoPlatformListing", summary = "撤销一次市平台名单导入", description = "之前的名单重新生效。")
    @Allow(staff = Role.COUNTY_OFFICER, rate = RateClass.BULK)
    @Audited("platform-listing.undo")
    @PostMapping("/api/v1/desk/platform-listings/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Actor actor, @PathVariable UUID id) {
        lists.undo(actor, id);
    }

    @Operation(
            operationId = "comparePlatformListing",
            summary = "本系统登记与市平台名单的差别",
            description = "按统一社会信用代码对照这一年、截至 asOf 的两份名单：found=BOTH 两边都有，ONLY_OURS 只有本系统有，"
                    + "ONLY_LISTED 只有市平台有。unitsDiffer 表示两边所属单位不同。乡镇（街道）要填写本单位。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.LEADER, Role.TOWNSHIP_OFFICER})
    @GetMapping("/api/v1/desk/platform-listings/differences")
    Page<ComparingLists.ListedPair> compare(
            Actor actor,
            @RequestParam RegionCode county,
            @RequestParam LocalDate asOf,
            @RequestParam ComparingLists.Found found,
            @RequestParam(required = false) @Nullable RegionCode unit,
            @ParameterObject PageRequest page) {
        var time = new YearToDate(county, Year.of(asOf.getYear()), asOf);
        return comparing.compare(actor, time, unit, found, page);
    }
}
