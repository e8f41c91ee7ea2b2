package io.qihang.enterprise.citylist;

import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.register.CellText;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Regions;
import io.qihang.workbook.RowError;
import io.qihang.workbook.Sheet;
import io.qihang.workbook.WorkbookProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the cells of the city's sheet into rows, and says of each wrong cell what is wrong. */
final class CityListReader {

    private static final int LONGEST_NAME = 100;
    private static final String USCC = "统一社会信用代码";
    private static final String NAME = "企业名称";
    private static final String UNIT = "所属乡镇";
    private static final String REGISTERED_ON = "注册日期";
    private static final Map<String, List<String>> HEADINGS = Map.of(
            USCC, List.of(USCC, "社会信用代码", "信用代码"),
            NAME, List.of(NAME, "单位名称", "名称"),
            UNIT, List.of(UNIT, "乡镇（街道）", "乡镇", "乡镇街道", "所在单位", "属地"),
            REGISTERED_ON, List.of(REGISTERED_ON, "注册时间", "平台注册日期", "平台注册时间"));

    private final RegionCode county;
    private final LocalDate listedOn;
    private final Regions regions;
    private final Ids ids;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Uscc, Integer> seen = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    CityListReader(RegionCode county, LocalDate listedOn, Regions regions, Ids ids) {
        this.county = county;
        this.listedOn = listedOn;
        this.regions = regions;
        this.ids = ids;
    }

    /** The right rows; what is wrong is in {@link #errors()}. */
    List<CityListRow> read(Sheet sheet) {
        HEADINGS.forEach((column, headings) -> places.put(
                column,
                sheet.placeOf(headings.toArray(String[]::new))
                        .orElseThrow(() -> Problem.of(WorkbookProblem.COLUMN_MISSING, column))));
        return sheet.rows().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    List<RowError> errors() {
        return errors;
    }

    private Optional<CityListRow> read(Sheet.Row row) {
        Uscc uscc = cell(row, USCC, Uscc::parse);
        String name = cell(row, NAME, CityListReader::name);
        RegionCode unit = cell(row, UNIT, text -> CellText.unit(text, county, regions));
        LocalDate registeredOn = cell(row, REGISTERED_ON, this::registeredOn);
        if (uscc == null || name == null || unit == null || registeredOn == null) return Optional.empty();
        Integer earlier = seen.putIfAbsent(uscc, row.number());
        if (earlier != null) {
            errors.add(new RowError(row.number(), USCC, "与第 " + earlier + " 行重复"));
            return Optional.empty();
        }
        return Optional.of(new CityListRow(ids.next(), uscc, name, unit, registeredOn));
    }

    private LocalDate registeredOn(String text) {
        LocalDate day = CellText.day(text);
        if (day.isAfter(listedOn)) throw new IllegalArgumentException("晚于名单日期 " + listedOn);
        return day;
    }

    private static String name(String text) {
        if (text.length() > LONGEST_NAME) throw new IllegalArgumentException("不超过 " + LONGEST_NAME + " 字");
        return text;
    }

    private <T> @Nullable T cell(Sheet.Row row, String column, Function<String, T> read) {
        Integer place = places.get(column);
        String text = place == null ? null : row.cells().get(place);
        try {
            if (text == null) throw new IllegalArgumentException("不能为空");
            return read.apply(text);
        } catch (Problem | IllegalArgumentException e) {
            errors.add(new RowError(row.number(), column, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
