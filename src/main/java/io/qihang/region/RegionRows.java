package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code regions.csv}: the tree, parents before children. */
@Component
@Order(0)
class RegionRows implements RegionPackPart {

    private final RegionMapper mapper;
    private final Regions regions;

    RegionRows(RegionMapper mapper, Regions regions) {
        this.mapper = mapper;
        this.regions = regions;
    }

    @Override
    public String file() {
        return "regions.csv";
    }

    @Override
    public void importFrom(PackFile file) {
        var rows = file.rows("code", "name", "kind", "parent", "seq", "aliases", "note");
        mapper.retireRegions(file.pack());
        Set<RegionCode> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (PackRow row : rows) {
            var region = read(row);
            if (!codes.add(region.code())) throw row.bad("code", region.code() + " 前面已经有了");
            for (String name : (region.name() + "|" + region.aliases()).split("\\|")) {
                if (!name.isEmpty() && !names.add(region.parentCode() + name)) {
                    throw row.bad("name", "同一上级下“" + name + "”前面已经有了");
                }
            }
            String owner = mapper.packOf(region.code());
            if (owner != null && !owner.equals(file.pack())) {
                throw row.bad("code", region.code() + " 已由区域包 " + owner + " 提供");
            }
            mapper.put(region, region.code().county(), row.optional("note").orElse(""), file.pack());
        }
        regions.forget();
    }

    private RegionMapper.RegionRow read(PackRow row) {
        RegionCode code = row.region("code");
        RegionKind kind = RegionKind.ofLabel(row.text("kind"))
                .orElseThrow(() -> row.bad("kind", "“" + row.text("kind") + "”应为省、市、县、街道、镇、乡、开发区之一"));
        if (kind.isUnit() != code.isUnit()) throw row.bad("kind", "“" + kind.label() + "”与代码 " + code + " 的位数不符");
        RegionCode parent = parent(row, code, kind);
        return new RegionMapper.RegionRow(
                code, row.text("name"), kind, parent, row.optional("aliases").orElse(""), row.whole("seq"), true);
    }

    private @Nullable RegionCode parent(PackRow row, RegionCode code, RegionKind kind) {
        if (kind == RegionKind.PROVINCE) {
            row.optional("parent").ifPresent(it -> {
                throw row.bad("parent", "省没有上级，应为空");
            });
            return null;
        }
        RegionCode parent = row.region("parent");
        if (mapper.packOf(parent) == null) throw row.bad("parent", "上级 " + parent + " 不存在，应写在它前面");
        if (kind.isUnit() && !parent.equals(code.county())) throw row.bad("parent", "上级应为 " + code.county());
        return parent;
    }
}
