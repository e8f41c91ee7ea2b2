package io.qihang.region;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The region tree. It changes with a new region pack only, so it is held in memory for minutes. */
@Component
public class Regions {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<Boolean, Map<RegionCode, Region>> tree;

    Regions(RegionMapper mapper) {
        tree = Caffeine.newBuilder().expireAfterWrite(KEPT).build(key -> load(mapper));
    }

    /** The region with this code, also one no longer in use. */
    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(tree().get(code));
    }

    /** The region's name; its code when it is unknown. */
    public String nameOf(RegionCode code) {
        return find(code).map(Region::name).orElse(code.value());
    }

    /** The units of a county in use, in the documents' order; empty for an unknown county. */
    public List<Region> unitsOf(RegionCode county) {
        return tree().values().stream()
                .filter(it -> it.inUse() && it.kind().isUnit() && county.equals(it.parent()))
                .toList();
    }

    /** The counties in use, in the documents' order. */
    public List<Region> counties() {
        return tree().values().stream()
                .filter(it -> it.inUse() && it.kind() == RegionKind.COUNTY)
                .toList();
    }

    /** The county's unit of this name or alias, as an imported table writes it. */
    public Optional<Region> unitCalled(RegionCode county, String name) {
        return unitsOf(county).stream().filter(it -> it.isCalled(name)).findFirst();
    }

    /** The regions above, the province first; empty for an unknown code. */
    public List<Region> ancestors(RegionCode code) {
        Deque<Region> above = new ArrayDeque<>();
        RegionCode parent = find(code).map(Region::parent).orElse(null);
        while (parent != null) {
            Region region = tree().get(parent);
            if (region == null) break;
            above.addFirst(region);
            parent = region.parent();
        }
        return List.copyOf(above);
    }

    /** The region and every one below it that is no unit; empty for an unknown code. */
    public List<RegionCode> within(RegionCode code) {
        return tree().values().stream()
                .filter(it -> !it.kind().isUnit())
                .map(Region::code)
                .filter(it -> it.equals(code)
                        || ancestors(it).stream().anyMatch(above -> above.code().equals(code)))
                .toList();
    }

    /** Reads the tree anew at the next question. */
    void forget() {
        tree.invalidateAll();
    }

    private Map<RegionCode, Region> tree() {
        return tree.get(true);
    }

    private static Map<RegionCode, Region> load(RegionMapper mapper) {
        Map<RegionCode, Region> all = new LinkedHashMap<>();
        mapper.regions().forEach(it -> all.put(it.code(), it.region()));
        return all;
    }
}
