package io.qihang.enterprise.register;

import io.qihang.enterprise.FactValue;
import io.qihang.enterprise.KnownFact;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.Industries;
import io.qihang.enterprise.domain.RegisterFacts;
import io.qihang.enterprise.domain.RegisterFacts.RegisterFact;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.region.Regions;
import io.qihang.workbook.RowError;
import io.qihang.workbook.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a sheet into rows of the register, and says of each wrong cell what is wrong. */
final class RowReader {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final BigDecimal WAN = new BigDecimal(10_000);
    private static final Set<String> GRADES = Set.of("A", "B", "C", "D");
    private static final Set<String> SIZES = Set.of("大型", "中型", "小型", "微型");

    private final RegionCode county;
    private final LocalDate effectiveFrom;
    private final Map<RegisterColumn, Integer> places;
    private final Regions regions;
    private final Industries industries;
    private final List<RowError> errors = new ArrayList<>();
    private final Map<Uscc, Integer> seen = new HashMap<>();

    RowReader(
            RegionCode county,
            LocalDate effectiveFrom,
            Map<RegisterColumn, Integer> places,
            Regions regions,
            Industries industries) {
        this.county = county;
        this.effectiveFrom = effectiveFrom;
        this.places = places;
        this.regions = regions;
        this.industries = industries;
    }

    /** The right rows; what is wrong is in {@link #errors()}. */
    List<RegisterRow> read(List<Sheet.Row> rows) {
        return rows.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    List<RowError> errors() {
        return errors;
    }

    private Optional<RegisterRow> read(Sheet.Row row) {
        int before = errors.size();
        Uscc uscc = required(row, RegisterColumn.USCC, this::code);
        EnterpriseName name = required(row, RegisterColumn.NAME, EnterpriseName::new);
        RegionCode unit = optional(row, RegisterColumn.UNIT, text -> CellText.unit(text, county, regions));
        String industry = optional(row, RegisterColumn.INDUSTRY, this::industry);
        String contactName = optional(row, RegisterColumn.CONTACT_NAME, RowReader::shortText);
        String contactPhone = optional(row, RegisterColumn.CONTACT_PHONE, RowReader::phone);
        List<RegisterFact> facts = facts(row);
        if (uscc == null || name == null) return Optional.empty();
        Integer earlier = seen.putIfAbsent(uscc, row.number());
        if (earlier != null) error(row, RegisterColumn.USCC, "与第 " + earlier + " 行重复");
        if (errors.size() > before) return Optional.empty();
        return Optional.of(
                new RegisterRow(uscc, name, unit, industry, contactName, contactPhone, new RegisterFacts(facts)));
    }

    private List<RegisterFact> facts(Sheet.Row row) {
        List<RegisterFact> facts = new ArrayList<>();
        for (RegisterColumn column : places.keySet()) {
            KnownFact fact = column.fact();
            if (fact == null) continue;
            FactValue value = optional(row, column, text -> fact(column, text));
            if (value != null) facts.add(new RegisterFact(fact.key(), value, fact.unit(), effectiveFrom));
        }
        return facts;
    }

    private static FactValue fact(RegisterColumn column, String text) {
        return switch (column) {
            case LAND_OUTPUT_GRADE ->
                FactValue.of(oneOf(
                        GRADES,
                        text.toUpperCase(java.util.Locale.ROOT).replace("类", "").replace("级", "")));
            case SIZE -> FactValue.of(oneOf(SIZES, text.replaceFirst("企业$", "")));
            case ABOVE_SCALE -> FactValue.of(oneOf(Set.of("是", "否"), text).equals("是"));
            case REVENUE_WAN, RD_EXPENSE_WAN -> FactValue.of(number(text).multiply(WAN));
            case REVENUE -> FactValue.of(number(text));
            case EMPLOYEES -> FactValue.of(new BigDecimal(number(text).toBigIntegerExact()));
            case FOUNDED_ON -> FactValue.of(CellText.day(text));
            default -> FactValue.of(shortText(text));
        };
    }

    private Uscc code(String text) {
        return Uscc.parse(text);
    }

    private String industry(String text) {
        return industries
                .find(text)
                .map(Industries.Industry::code)
                .orElseThrow(() -> new IllegalArgumentException("没有行业“" + CellText.shown(text) + "”，请写门类、大类代码或名称"));
    }

    private static String phone(String text) {
        String plain = text.replaceAll("\\s", "");
        if (!PHONE.matcher(plain).matches()) throw new IllegalArgumentException("应为 11 位手机号，或带区号的座机号");
        return plain;
    }

    private static String shortText(String text) {
        if (text.length() > 50) throw new IllegalArgumentException("不超过 50 字");
        return text;
    }

    private static String oneOf(Set<String> allowed, String text) {
        if (allowed.contains(text)) return text;
        throw new IllegalArgumentException(
                "应为 " + String.join("、", allowed.stream().sorted().toList()) + " 之一");
    }

    private static BigDecimal number(String text) {
        String plain = text.replace(",", "").replace("，", "");
        if (!plain.matches("-?\\d{1,13}(\\.\\d{1,8})?")) throw new IllegalArgumentException("应为数字");
        return new BigDecimal(plain);
    }

    private <T> @Nullable T required(Sheet.Row row, RegisterColumn column, Function<String, T> read) {
        if (cell(row, column) == null) error(row, column, "不能为空");
        return optional(row, column, read);
    }

    private <T> @Nullable T optional(Sheet.Row row, RegisterColumn column, Function<String, T> read) {
        String text = cell(row, column);
        if (text == null) return null;
        try {
            return read.apply(text);
        } catch (Problem | IllegalArgumentException | ArithmeticException e) {
            error(row, column, e instanceof ArithmeticException ? "应为整数" : String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable String cell(Sheet.Row row, RegisterColumn column) {
        Integer place = places.get(column);
        return place == null ? null : row.cells().get(place);
    }

    private void error(Sheet.Row row, RegisterColumn column, String reason) {
        errors.add(new RowError(row.number(), column.heading(), reason));
    }
}
