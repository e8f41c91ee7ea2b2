package io.qihang.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.indicator.Figures;
import io.qihang.indicator.Figures.UnitCount;
import io.qihang.indicator.IndicatorKey;
import io.qihang.plan.domain.PlanScreen.PlanCell;
import io.qihang.plan.domain.PlanScreen.PlanItemRow;
import io.qihang.plan.domain.PlanScreen.PlanUnit;
import io.qihang.plan.domain.PlanSources.ItemSource;
import io.qihang.plan.domain.PlanTarget.Kind;
import io.qihang.platform.RegionCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands beside a target, on a plan of one item and two units. */
class PlanTableTests {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final RegionCode QINGQUAN = new RegionCode("371525001");
    private static final RegionCode CHONGWEN = new RegionCode("371525002");
    private static final IndicatorKey COUNTED = new IndicatorKey("counted");
    private static final IndicatorKey OTHER = new IndicatorKey("other");
    private static final IndicatorKey CERTIFICATES = new IndicatorKey("certificate.gazelle");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static PlanTarget target(int seq, Kind kind, @Nullable RegionCode unit, int value, Operator op) {
        return new PlanTarget(
                seq,
                kind,
                1,
                "gazelle",
                "瞪羚企业",
                unit,
                null,
                op,
                BigDecimal.valueOf(value),
                "家",
                Measure.CULTIVATED,
                "2026年10月",
                "附件第1项",
                "瞪羚企业" + value + "家",
                null);
    }

    private static PlanItemRow row(
            @Nullable IndicatorKey counted,
            @Nullable IndicatorKey compared,
            @Nullable IndicatorKey recognised,
            Figures... figures) {
        var item = new PlanItem(
                1,
                "gazelle",
                "瞪羚企业",
                "家",
                Measure.CULTIVATED,
                BigDecimal.valueOf(3),
                "2026年10月",
                LocalDate.of(2026, 10, 31),
                "县工业和信息化局",
                "附件第1项",
                null);
        var plan = new Plan(
                COUNTY,
                2026,
                PlanStatus.IN_FORCE,
                "计划",
                "文号",
                "附件",
                null,
                null,
                new PlanSources(List.of(new ItemSource("gazelle", counted, compared, "另一来源", recognised, "未计入"))),
                new Plan.Items(List.of(item)),
                new Plan.Targets(List.of(
                        target(1, Kind.UNIT, QINGQUAN, 2, Operator.EQUAL),
                        target(2, Kind.UNIT, CHONGWEN, 1, Operator.AT_LEAST),
                        target(3, Kind.TOTAL, null, 3, Operator.EQUAL))));
        Map<IndicatorKey, Figures> known = List.of(figures).stream().collect(Collectors.toMap(Figures::key, it -> it));
        List<PlanUnit> units = List.of(new PlanUnit(QINGQUAN, "清泉街道"), new PlanUnit(CHONGWEN, "崇文街道"));
        return new PlanTable(plan, known, units).screen(DAY).items().get(0);
    }

    private static Figures figures(IndicatorKey key, UnitCount... units) {
        return new Figures(key, DAY.minusDays(3), List.of(units));
    }

    private static PlanCell cell(PlanItemRow row, RegionCode unit) {
        return row.cells().stream()
                .filter(it -> Objects.equals(it.unit(), unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recognitions_are_told_beside_the_item_and_never_as_progress() {
        PlanItemRow row = row(null, null, CERTIFICATES, figures(CERTIFICATES, new UnitCount(QINGQUAN, 2)));
        assertThat(row.noSource()).isEqualTo("尚无数据来源");
        assertThat(cell(row, QINGQUAN).done()).isNull();
        assertThat(cell(row, QINGQUAN).recognised()).isEqualTo("另：已认定 2");
        assertThat(cell(row, CHONGWEN).recognised()).isEqualTo("另：已认定 0");
        assertThat(row.total().done()).isNull();
        assertThat(row.total().recognised()).isEqualTo("另：已认定 2");
    }

    @Test
    void recognitions_nobody_counts_are_not_told_at_all() {
        PlanItemRow row = row(null, null, CERTIFICATES);
        assertThat(cell(row, QINGQUAN).recognised()).isNull();
        assertThat(row.total().recognised()).isNull();
        assertThat(row.missing()).as("who is missing from what is not counted").isNull();
    }

    @Test
    void a_counted_unit_without_any_has_none_and_the_total_loses_nobody() {
        RegionCode retired = new RegionCode("371525205");
        PlanItemRow row =
                row(COUNTED, null, null, figures(COUNTED, new UnitCount(QINGQUAN, 1), new UnitCount(retired, 4)));
        assertThat(row.noSource()).isNull();
        assertThat(row.missing()).isEqualTo("未计入");
        assertThat(cell(row, QINGQUAN).done()).isEqualTo(1);
        assertThat(cell(row, CHONGWEN).done()).isZero();
        assertThat(row.total().done()).isEqualTo(5);
    }

    @Test
    void a_second_source_has_its_own_date_and_is_not_zero_before_it_was_brought_in() {
        PlanItemRow without = row(COUNTED, OTHER, null, figures(COUNTED));
        assertThat(without.comparedName()).isEqualTo("另一来源");
        assertThat(without.comparedUpTo()).isNull();
        assertThat(cell(without, QINGQUAN).compared()).isNull();
        PlanItemRow with = row(COUNTED, OTHER, null, figures(COUNTED), figures(OTHER, new UnitCount(CHONGWEN, 7)));
        assertThat(with.comparedUpTo()).isEqualTo(DAY.minusDays(3));
        assertThat(cell(with, QINGQUAN).compared()).isZero();
        assertThat(cell(with, CHONGWEN).compared()).isEqualTo(7);
    }

    @Test
    void at_least_is_written_as_the_document_does() {
        PlanItemRow row = row(null, null, null);
        assertThat(cell(row, QINGQUAN).targets().get(0).text()).isEqualTo("2家");
        assertThat(cell(row, CHONGWEN).targets().get(0).text()).isEqualTo("1家以上");
        assertThat(row.total().targets().get(0).value()).isEqualTo("3");
    }
}
