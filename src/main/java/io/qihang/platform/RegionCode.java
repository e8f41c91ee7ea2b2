package io.qihang.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Code of a region: six digits of GB/T 2260 for 省/市/县, nine for 乡镇/街道 (统计用区划代码), or the county's six and a
 * letter word for a functional zone without a code of its own (冠县开发区 = {@code 371525-kfq}).
 */
public record RegionCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\d{6}(\\d{3}|-[a-z]{2,12})?");

    @JsonCreator
    public RegionCode {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a region code: " + value);
    }

    /** The county (or city, province) this code belongs to: its first six digits. */
    public RegionCode county() {
        return value.length() == 6 ? this : new RegionCode(value.substring(0, 6));
    }

    /** Whether this is a 乡镇, 街道 or functional zone, below a county. */
    public boolean isUnit() {
        return value.length() > 6;
    }

    @Override
    public String toString() {
        return value;
    }
}
