package io.qihang.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.RegionCode;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How a plan comes in from a region pack. What is changed is rolled back. */
@SystemTest
class PlanPackTests {

    private static final RegionCode COUNTY = new RegionCode("371525");

    @Autowired
    List<RegionPackPart> parts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private String json = "";
    private String csv = "";

    @BeforeEach
    void theFilesOfTheRelease() throws IOException {
        json = read("2023.json");
        csv = read("2023.csv");
    }

    private static String read(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PlanPackTests.class.getResourceAsStream("/region-packs/371525/plans/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_row_of_the_document_is_in_with_its_quotation() {
        assertThat(count("select count(*) from plan_target where year = 2023")).isEqualTo(296);
        assertThat(count("select count(*) from plan_item where year = 2023")).isEqualTo(19);
        assertThat(count("select count(distinct unit_code) from plan_target where year = 2023"))
                .isEqualTo(19);
        assertThat(count("select sum(value) from plan_target where year = 2023 and kind = 'UNIT' and unit_name <> '%'"))
                .isEqualTo(994);
        assertThat(count("select count(*) from plan_target where year = 2023 and op = 'AT_LEAST' and kind = 'COUNTY'"))
                .isEqualTo(5);
        assertThat(database.sql("select quote from plan_target where year = 2023 and kind = 'COUNTY' and item_no = 3")
                        .query(String.class)
                        .single())
                .isEqualTo("重点培育2家以上");
    }

    @Test
    void the_same_plan_may_come_in_again() {
        undone(() -> {
            take("plans/2023.json", json);
            take("plans/2023.csv", csv);
            take("plans/2023.csv", csv);
            assertThat(count("select count(*) from plan_target where year = 2023"))
                    .isEqualTo(296);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            township,6,platform_registration,“聊城企业政策通”平台注册数量,清泉街道,20 | township,6,platform_registration,“聊城企业政策通”平台注册数量,清泉街道,19 | “target”列：第 6 项各单位之和为 379，总数写的是 380，文件写明的是 380
            ,清泉街道,10,=,家,,declared       | ,清泉街道,十,=,家,,declared          | 第 3 行“target”列：“十”不是数字
            ,清泉街道,10,=,家,,declared       | ,清泉街道,,=,家,,declared           | 第 3 行“target”列：不能为空
            ,清泉街道,10,=,家,,declared       | ,清泉街道,10,>,家,,declared         | 第 3 行“op”列：应为 = 或 >=
            ,清泉街道,10,=,家,,declared       | ,清泉镇,10,=,家,,declared          | 第 3 行“township”列：县里没有“清泉镇”
            ,清泉街道,10,=,家,,declared       | ,崇文街道,10,=,家,,declared         | 第 4 行“township”列：第 1 项里前面已经有了
            ,清泉街道,10,=,家,,declared       | ,清泉街道,10,=,家,,applied          | 第 3 行“measure”列：没有“applied”这种口径
            ,清泉街道,10,=,家,,declared       | ,清泉街道,10,=,户,,declared         | 第 3 行“item_no”列：第 1 项前后各行写的不一样
            township,1,innovative_sme,创新型中小企业申报数量,清泉 | village,1,innovative_sme,创新型中小企业申报数量,清泉 | 第 3 行“row_kind”列：应为 township
            ,全县,150,=                      | ,冠县,150,=                        | “township”列：应为全县
            ,全县,31,=,家                     | ,全县,32,=,家                       | 第 2 项各单位之和为 31，总数写的是 32，文件写明的是 31
            county_only,3,little_giant        | county_only,30,little_giant         | “item_no”列：应为第 3 项
            2023年4月,2023-04-30             | 2023年4月,2024-04-30                | “deadline_date”列：不在 2023 年内
            2023年4月,2023-04-30             | 2023年4月,四月                       | “deadline_date”列：“四月”应为日期
            2023-04-30,县工业和信息化局·工信局科室1 | 2023-04-30,县第一局·科室              | “office”列：没有“县第一局”这个单位
            """)
    void a_row_that_cannot_be_right_names_its_place(String from, String to, String complaint) {
        String wrong = csv.replace(from.strip(), to.strip());
        assertThat(wrong).isNotEqualTo(csv);
        undone(() -> assertThatThrownBy(() -> take("plans/2023.csv", wrong))
                .isInstanceOf(BadRegionPack.class)
                .hasMessageContaining("plans/2023.csv")
                .hasMessageContaining(complaint));
    }

    @Test
    void an_item_may_not_leave_a_unit_or_its_total_out() {
        refused(without("township,6,.*清泉街道,20.*\n"), "第 6 项缺 1 个单位：[371525001]");
        refused(without("county_total,6,.*\n"), "第 6 项分到了各单位，应有一行总数");
        refused(csv.replace("county_only,3,", "county_total,3,"), "第 3 项没有分到各单位，应只有全县的目标");
        refused(csv.replace("研发投入月度增长率,全县,,,%", "研发投入月度增长率,全县,190,=,%"), "第 11 项是比率，不能相加，总数应为空");
    }

    @Test
    void a_plan_needs_both_files_of_its_year() {
        undone(() -> {
            assertThatThrownBy(() -> take("plans/2024.csv", csv)).hasMessageContaining("缺少同名的 json 文件");
            assertThatThrownBy(() -> take("plans/2024.json", json)).hasMessageContaining("年份与文件名不同");
            assertThatThrownBy(() -> take("plans/计划.json", json)).hasMessageContaining("文件名应为年份");
            assertThatThrownBy(() -> take("plans/2023.json", "{\"year\": 2023}"))
                    .hasMessageContaining("要有 year、name、document、clause 和 sources");
            assertThatThrownBy(() -> take("plans/2023.json", "[")).hasMessageContaining("要有 year");
            assertThatCode(() -> take("plans/2024.json", json.replace("2023", "2024")))
                    .doesNotThrowAnyException();
        });
    }

    private String without(String row) {
        return csv.replaceFirst("(?m)^" + row, "");
    }

    private void refused(String wrong, String complaint) {
        assertThat(wrong).isNotEqualTo(csv);
        undone(() -> assertThatThrownBy(() -> take("plans/2023.csv", wrong))
                .isInstanceOf(BadRegionPack.class)
                .hasMessageContaining(complaint));
    }

    private int count(String sql) {
        return database.sql(sql + " and region_code = '371525'")
                .query(Integer.class)
                .single();
    }

    private void take(String name, String text) {
        var file = new PackFile("371525", COUNTY, 2, name, text.getBytes(StandardCharsets.UTF_8));
        String kind = name.substring(name.lastIndexOf('.'));
        parts.stream()
                .filter(it -> it.file().equals("plans/*" + kind))
                .findFirst()
                .orElseThrow()
                .importFrom(file);
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
