package io.qihang.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SystemTest
class RegionsTest {

    private static final RegionCode GUANXIAN = new RegionCode("371525");

    @Autowired
    Regions regions;

    @Autowired
    Offices offices;

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Test
    void guanxian_has_the_19_units_of_the_document_in_its_order() {
        assertThat(regions.unitsOf(GUANXIAN))
                .extracting(Region::name)
                .containsExactly(
                        "开发区", "清泉街道", "崇文街道", "烟庄街道", "斜店乡", "东古城镇", "北馆陶镇", "万善乡", "店子镇", "清水镇", "兰沃乡", "甘官屯镇", "柳林镇",
                        "范寨镇", "辛集镇", "定远寨镇", "桑阿镇", "贾镇", "梁堂镇");
        assertThat(regions.ancestors(new RegionCode("371525104")))
                .extracting(Region::name)
                .containsExactly("山东省", "聊城市", "冠县");
    }

    @ParameterizedTest
    @CsvSource({"开发区, 371525-kfq", "县经济开发区, 371525-kfq", "甘官屯乡, 371525112", "清水镇, 371525104"})
    void a_unit_is_found_by_every_name_the_documents_use(String name, String code) {
        assertThat(regions.unitCalled(GUANXIAN, name)).map(Region::code).contains(new RegionCode(code));
    }

    @ParameterizedTest
    @CsvSource({"130600, 河北省, 保定市", "630100, 青海省, 西宁市"})
    void the_other_cities_stand_apart(String code, String province, String name) {
        var city = new RegionCode(code);
        assertThat(regions.nameOf(city)).isEqualTo(name);
        assertThat(regions.ancestors(city)).extracting(Region::name).containsExactly(province);
        assertThat(regions.unitsOf(city)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"县工业和信息化局, gxj", "县税务局, swj", "县财政, czj", "县发展和改革局（县地方金融监管局）, fgj", "市生态环境局冠县分局, sthj"})
    void an_office_is_found_by_every_name_the_documents_use(String name, String code) {
        assertThat(offices.called(GUANXIAN, name)).map(Office::code).contains(code);
    }

    @Test
    void anyone_reads_the_units_of_a_county() {
        var units = api.get("/api/v1/regions/371525/units").expect(200).json();
        assertThat(units.size()).isEqualTo(19);
        assertThat(units.at("/0/code").asString()).isEqualTo("371525-kfq");
        assertThat(units.at("/0/aliases/0").asString()).isEqualTo("县经济开发区");
        assertThat(units.at("/1/kind").asString()).isEqualTo("街道");
        api.get("/api/v1/regions/999999/units").expect(404, "NOT_FOUND");
        api.get("/api/v1/regions/abc/units").expect(400, "BAD_REQUEST");
    }

    @Test
    void staff_read_the_offices() {
        api.get("/api/v1/desk/regions/371525/offices").expect(401);
        var security = staffing.hire(Role.SECURITY_ADMIN).api();
        var list =
                security.get("/api/v1/desk/regions/371525/offices").expect(200).json();
        assertThat(list.valueStream().map(it -> it.path("name").asString()).toList())
                .startsWith("县工业和信息化局", "县财政局")
                .hasSize(22);
        security.get("/api/v1/desk/regions/999999/offices").expect(404, "NOT_FOUND");
    }

    @Test
    void a_comma_separated_line_keeps_quoted_commas_quotes_and_line_breaks() {
        var lines = Csv.read("\uFEFFa,b\r\n\n\"x,1\",\"say \"\"hi\"\"\nthere\"\nlast,\n");
        assertThat(lines)
                .containsExactly(
                        new Csv.Line(1, List.of("a", "b")),
                        new Csv.Line(3, List.of("x,1", "say \"hi\"\nthere")),
                        new Csv.Line(5, List.of("last", "")));
    }
}
