package io.qihang.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.RegionCode;
import io.qihang.testing.SystemTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class RegionPackTest {

    private static final RegionCode COUNTY = new RegionCode("970100");

    @Autowired
    RegionPackImport packs;

    @Autowired
    Regions regions;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient database;

    @Test
    void the_packs_of_the_release_are_in_and_a_second_start_imports_nothing() {
        assertThat(packs.importAll("region-packs")).isEmpty();
        assertThat(database.sql("select file from region_pack_import where pack = '371525' order by file")
                        .query(String.class)
                        .list())
                .contains("regions.csv", "offices.csv");
    }

    @Test
    void a_new_version_brings_in_its_changed_files_only_and_retires_what_it_no_longer_lists() {
        assertThat(packs.importAll("good-packs/first")).containsExactly("970000/offices.csv", "970000/regions.csv");
        assertThat(regions.unitsOf(COUNTY)).extracting(Region::name).containsExactly("甲县开发区", "一乡");
        assertThat(regions.unitCalled(COUNTY, "又称")).map(Region::name).contains("一乡");

        assertThat(packs.importAll("good-packs/second")).containsExactly("970000/regions.csv");
        assertThat(regions.unitsOf(COUNTY)).extracting(Region::name).containsExactly("一镇");
        assertThat(regions.nameOf(new RegionCode("970100-kfq"))).isEqualTo("甲县开发区");
        assertThat(offices.of(COUNTY)).extracting(Office::name).containsExactly("县工信局", "县财政局");

        assertThat(packs.importAll("good-packs/first"))
                .as("a node of the older release leaves the newer pack alone")
                .containsExactly();
        assertThat(regions.unitsOf(COUNTY)).extracting(Region::name).containsExactly("一镇");
    }

    @Test
    void two_nodes_that_start_together_import_once() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<List<String>> node = () -> {
            together.await();
            return packs.importAll("good-packs/race");
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Future<List<String>> one = nodes.submit(node);
            Future<List<String>> other = nodes.submit(node);
            assertThat(List.of(one.get().size(), other.get().size())).containsExactlyInAnyOrder(0, 2);
        } finally {
            nodes.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            header           | regions.csv 第 1 行：标题行应为 code,name,kind,parent,seq,aliases,note。
            missing-value    | regions.csv 第 3 行“name”列：不能为空。
            too-few-values   | regions.csv 第 2 行：应有 7 列，实有 3 列。
            code             | regions.csv 第 2 行“code”列：“98000”不是区划代码（6 位、9 位数字，或县代码-字母）。
            kind             | regions.csv 第 2 行“kind”列：“州”应为省、市、县、街道、镇、乡、开发区之一。
            kind-of-unit     | regions.csv 第 4 行“kind”列：“县”与代码 980100001 的位数不符。
            parent-unknown   | regions.csv 第 2 行“parent”列：上级 980000 不存在，应写在它前面。
            parent-of-unit   | regions.csv 第 5 行“parent”列：上级应为 980101。
            seq              | regions.csv 第 2 行“seq”列：“一”不是整数。
            twice            | regions.csv 第 4 行“code”列：980100 前面已经有了。
            name-twice       | regions.csv 第 5 行“name”列：同一上级下“乙乡”前面已经有了。
            of-another-pack  | regions.csv 第 2 行“code”列：370000 已由区域包 371500 提供。
            office-region    | offices.csv 第 2 行“region”列：区域 980199 不存在。
            office-code      | offices.csv 第 2 行“code”列：“工信”应为小写字母、数字或 -，最多 40 位。
            unknown-file     | townships.csv：系统不认识这个文件，请检查文件名，或把它移出区域包。
            pack-json        | pack.json：要有 code（区划代码）、name（名称）和 version（从 1 起的整数）。
            """)
    void a_bad_row_stops_the_start_names_its_place_and_leaves_nothing_behind(String folder, String place) {
        assertThatThrownBy(() -> packs.importAll("bad-packs/" + folder))
                .isInstanceOf(BadRegionPack.class)
                .hasMessage("区域包 980000 的文件 " + place);
        assertThat(database.sql("select count(*) from region where code like '98%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        regions.forget();
    }

    @Test
    void the_reason_of_a_refused_start_is_told_without_a_stack_trace() {
        var cause = new BadRegionPack("区域包 980000 的文件 regions.csv 第 2 行：坏了。");
        var analysis = new BadRegionPackAnalyzer().analyze(cause, cause);
        assertThat(analysis.getDescription()).contains("拒绝启动", "第 2 行");
        assertThat(analysis.getAction()).contains("改正");
    }
}
