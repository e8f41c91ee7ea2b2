package io.qihang.access;

import io.qihang.platform.RegionCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies within an actor's reach: whole counties, single units, offices, and whatever hangs on the account itself.
 * Never a list of objects; each module turns it into a predicate of its own.
 *
 * @param account the acting account: a person on the phone or a member of staff
 * @param home the county a member of staff belongs to, in which office codes have their meaning; null for a person
 * @param counties counties seen whole (县局, leaders, departments)
 * @param units 乡镇/街道/开发区 seen whole
 * @param offices codes of the offices (责任单位) acted for
 */
public record Scope(
        UUID account, @Nullable RegionCode home, Set<RegionCode> counties, Set<RegionCode> units, Set<String> offices) {

    public Scope {
        counties = Set.copyOf(counties);
        units = Set.copyOf(units);
        offices = Set.copyOf(offices);
    }

    /** A scope without a home county. */
    public Scope(UUID account, Set<RegionCode> counties, Set<RegionCode> units, Set<String> offices) {
        this(account, null, counties, units, offices);
    }

    /** The scope of someone who reaches only what is their own. */
    public static Scope own(UUID account) {
        return new Scope(account, Set.of(), Set.of(), Set.of());
    }

    /** Whether the unit, or the county it lies in, is within reach. */
    public boolean covers(RegionCode unit) {
        return units.contains(unit) || counties.contains(unit.county());
    }

    /** Whether the office of that county is acted for; the same code is another office in another county. */
    public boolean actsFor(RegionCode county, String office) {
        return county.equals(home) && offices.contains(office);
    }
}
