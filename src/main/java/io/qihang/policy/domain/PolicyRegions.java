package io.qihang.policy.domain;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose policies hold where: a place has its county's, its city's and its province's, and no other's. */
@Component
class PolicyRegions {

    private final Regions regions;

    PolicyRegions(Regions regions) {
        this.regions = regions;
    }

    /**
     * The regions whose policies hold in a place.
     *
     * @throws Problem {@code NOT_FOUND} for an unknown place
     */
    List<RegionCode> holdingIn(RegionCode place) {
        RegionCode county = place.county();
        if (regions.find(county).isEmpty()) throw Problem.of(PlatformProblem.NOT_FOUND);
        List<RegionCode> codes = new ArrayList<>();
        regions.ancestors(county).stream().map(Region::code).forEach(codes::add);
        codes.add(county);
        return codes;
    }

    /** The counties and what lies above them whose enterprises a region's policies are for. */
    List<RegionCode> under(RegionCode region) {
        return regions.within(region);
    }

    /** Whether the place is the region or lies in it. */
    boolean liesIn(RegionCode place, RegionCode region) {
        return regions.find(place).isPresent()
                && (place.equals(region)
                        || regions.ancestors(place).stream()
                                .anyMatch(it -> it.code().equals(region)));
    }
}
