package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.List;

/**
 * An office the documents hold responsible (责任单位).
 *
 * @param region the county or city it belongs to
 * @param code its code, unique within the region; what a staff grant names
 * @param aliases other names the documents use for it
 */
public record Office(RegionCode region, String code, String name, List<String> aliases) {

    public Office {
        aliases = List.copyOf(aliases);
    }

    /** Whether the text is its name or one of its aliases. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }
}
