package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of the tree.
 *
 * @param parent the region above; null for a province
 * @param aliases other names the documents use for it
 * @param seq the place among its siblings, in the documents' order
 * @param inUse false once a newer pack no longer lists it; history still refers to it
 */
public record Region(
        RegionCode code,
        String name,
        RegionKind kind,
        @Nullable RegionCode parent,
        List<String> aliases,
        int seq,
        boolean inUse) {

    public Region {
        aliases = List.copyOf(aliases);
    }

    /** Whether the text is its name or one of its aliases. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }
}
