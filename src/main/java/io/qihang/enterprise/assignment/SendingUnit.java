package io.qihang.enterprise.assignment;

import io.qihang.platform.RegionCode;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import org.jspecify.annotations.Nullable;

/**
 * The 派出单位: one of the county's offices, or else the name as the list writes it.
 *
 * @param office the office's code; null when it is none of the county's
 * @param name the written name; null for an office
 */
record SendingUnit(@Nullable String office, @Nullable String name) {

    /** Recognises an office by code, name or alias. */
    static SendingUnit of(Offices offices, RegionCode county, String text) {
        String plain = text.strip();
        return offices.find(county, plain)
                .or(() -> offices.called(county, plain))
                .map(it -> new SendingUnit(it.code(), null))
                .orElseGet(() -> new SendingUnit(null, plain));
    }

    /** The name as a person reads it. */
    String label(Offices offices, RegionCode county) {
        if (office == null) return String.valueOf(name);
        return offices.find(county, office).map(Office::name).orElse(office);
    }
}
