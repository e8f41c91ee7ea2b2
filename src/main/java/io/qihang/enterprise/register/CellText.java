package io.qihang.enterprise.register;

import io.qihang.platform.RegionCode;
import io.qihang.region.Region;
import io.qihang.region.Regions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a cell as what it stands for; what cannot be read is an {@link IllegalArgumentException} in Chinese. */
public final class CellText {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private CellText() {}

    /** A day, however its parts are divided; a time of day after it is left out. */
    public static LocalDate day(String text) {
        Matcher parts = DATE.matcher(text.split(" ")[0]);
        if (!parts.matches()) throw new IllegalArgumentException("应为日期，如 2015-03-01");
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("没有这一天", e);
        }
    }

    /** A unit of the county by its name or an alias. */
    public static RegionCode unit(String text, RegionCode county, Regions regions) {
        return regions.unitCalled(county, text)
                .map(Region::code)
                .orElseThrow(() -> new IllegalArgumentException("县里没有“" + shown(text) + "”，请写乡镇、街道或开发区的全称"));
    }

    /** The text as a message may repeat it. */
    static String shown(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
