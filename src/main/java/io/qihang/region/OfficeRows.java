package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code offices.csv}: the offices the region's documents name. */
@Component
@Order(10)
class OfficeRows implements RegionPackPart {

    private final RegionMapper mapper;
    private final Regions regions;
    private final Offices offices;

    OfficeRows(RegionMapper mapper, Regions regions, Offices offices) {
        this.mapper = mapper;
        this.regions = regions;
        this.offices = offices;
    }

    @Override
    public String file() {
        return "offices.csv";
    }

    @Override
    public void importFrom(PackFile file) {
        var rows = file.rows("region", "code", "name", "aliases", "seq");
        mapper.retireOffices(file.pack());
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (PackRow row : rows) {
            RegionCode region = row.region("region");
            if (regions.find(region).isEmpty()) throw row.bad("region", "区域 " + region + " 不存在");
            String code = row.text("code");
            if (!code.matches("[a-z0-9-]{1,40}")) throw row.bad("code", "“" + code + "”应为小写字母、数字或 -，最多 40 位");
            if (!codes.add(region + code)) throw row.bad("code", code + " 前面已经有了");
            String aliases = row.optional("aliases").orElse("");
            for (String name : (row.text("name") + "|" + aliases).split("\\|")) {
                if (!name.isEmpty() && !names.add(region + name)) throw row.bad("name", "“" + name + "”前面已经有了");
            }
            mapper.putOffice(
                    new RegionMapper.OfficeRow(region, code, row.text("name"), aliases), row.whole("seq"), file.pack());
        }
        offices.forget();
    }
}
