package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.policy.domain.Part.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyTextTest {

    private static final Path PACKS = Path.of("src/main/resources/region-packs");

    static final List<String> documents = List.of(
            "371525/policies/000-guanxian-2023.md",
            "371500/policies/001-liaocheng-private-economy.md",
            "371525/policies/002-guanxian-yumiao-2022.md",
            "130600/policies/003-baoding-leader.md",
            "630100/policies/004-xining-gradient.md");

    @ParameterizedTest
    @FieldSource("documents")
    void not_one_character_of_a_document_is_lost(String document) throws IOException {
        String text = text(document);
        assertThat(words(PolicyText.partsOf(text))).isEqualTo(words(text)).hasSizeGreaterThan(3000);
    }

    @Property
    void not_one_character_of_any_text_is_lost(@ForAll @Size(max = 12) List<Line> lines) {
        String text = lines.stream().map(it -> it.text).collect(Collectors.joining("\n\n"));
        assertThat(words(PolicyText.partsOf(text))).isEqualTo(words(text));
    }

    @Property
    void every_part_of_any_text_has_a_name_of_its_own(@ForAll @Size(max = 12) List<Line> lines) {
        String text = lines.stream().map(it -> it.text).collect(Collectors.joining("\n\n"));
        List<Part> parts = PolicyText.partsOf(text);
        assertThat(parts).extracting(Part::ref).doesNotHaveDuplicates().doesNotContain("");
        assertThat(parts)
                .extracting(Part::seq)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, parts.size())
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("documents")
    void the_parts_of_a_document_are_named_once(String document) throws IOException {
        assertThat(PolicyText.partsOf(text(document))).extracting(Part::ref).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        000 | 标题            | 冠县人民政府办公室关于印发《2023年冠县优质企业培育计划实施方案》的通知
        000 | 文首            | 2023年3月23日
        000 | 引言            | 现结合我县实际，制定本方案。
        000 | 一              | 进入全市前30户的企业，市级财政一次性奖励企业50万元
        000 | 二（一）1       | 对首次升成规模以上工业企业的县财政一次性奖励5万元
        000 | 二（三）9       | 两化融合管理体系贯标企业4家、DCMM贯标企业4家
        000 | 二（六）18      | 优化营商环境
        000 | 三（二）        | 县财政设立1000万元的综合奖补资金
        000 | 附件13          | 两化融合贯标企业培育库
        000 | 附件备注        | 以上项目申报或认定成功的
        000 | 文末            | （共印20份）
        001 | 标题            | 关于促进民营经济高质量发展的意见（原件未载标题）
        001 | 文首            | 聊城市人民政府办公室
        001 | 三（五）        | 加强企业人才引育
        001 | 四（三）        | 保障机关、事业单位和大型企业及时支付中小企业、个体工商户款项
        002 | 三（一）1       | 年度营业收入在1000-2000万元的小微工业企业
        002 | 三（一）3       | 准备申报或已经申报“专精特新”、瞪羚、独角
        002 | 四（十）        | 县财政给予一次性最高5万元奖励
        002 | 五（二）        | 所列支的500万元内统筹解决
        003 | 文首            | 现将主要内容解读如下
        003 | 第一部分        | “领跑者”企业研发投入占比达到3.6%
        003 | 行动二·2        | 分别达到60%、80%
        003 | 行动八·1        | 培育企业标准“领跑者”企业1-3个
        003 | 保障五          | 万人助万企
        004 | 一              | 占全省的65%以上
        004 | 二·1（四是）    | 争取省级按每户不高于20万元一次性奖励
        004 | 二·3（三是）    | 择优按转移转化项目研发总投入的20%
        004 | 二·5（四是）    | 给予不高于100万元的一次性资金奖励
        004 | 三·6            | 加快中小企业特色产业集群建设
        004 | 四（二）        | 安排一定专项资金
        004 | 文末            | 本措施自印发之日起施行。""")
    void a_clause_is_cited_by_its_number(String document, String ref, String words) throws IOException {
        Part part = part(document, ref);
        assertThat(part.heading() + part.body()).contains(words);
    }

    @Test
    void a_table_row_keeps_its_cells() throws IOException {
        Part row = part("000", "附件6");
        assertThat(row.kind()).isEqualTo(Kind.TABLE_ROW);
        assertThat(row.cells())
                .hasSize(24)
                .startsWith("6", "“聊城企业政策通”平台注册数量", "20")
                .contains("380", "2023年12月");
        assertThat(part("000", "附件表头").cells()).hasSize(24).startsWith("序号", "项目名称", "开发区");
    }

    @Test
    void an_empty_cell_stays_a_cell() throws IOException {
        assertThat(part("000", "附件11").cells()).hasSize(24).contains("");
    }

    @ParameterizedTest
    @CsvSource({"000, 二（一）1责任单位", "001, 一（一）责任单位", "002, 四（五）责任单位", "004, 二·1责任单位"})
    void those_responsible_stand_apart(String document, String ref) throws IOException {
        assertThat(part(document, ref).kind()).isEqualTo(Kind.DUTY);
    }

    @Test
    void an_interpretation_names_nobody_responsible() throws IOException {
        assertThat(PolicyText.partsOf(text(file("003")))).noneMatch(it -> it.kind() == Kind.DUTY);
    }

    @Test
    void a_remark_that_is_not_the_documents_is_told_apart() throws IOException {
        assertThat(part("001", "整理说明").kind()).isEqualTo(Kind.NOTE);
        assertThat(part("001", "整理说明").body()).startsWith("整理说明（非原文）");
    }

    @Test
    void a_clause_knows_the_headings_above_it() throws IOException {
        assertThat(part("000", "二（一）1").path()).isEqualTo("二、重点任务 › （一）梯度培育行动。");
        assertThat(part("002", "三（一）2").path()).isEqualTo("三、培育机制 › （一）筛选入库。");
        assertThat(part("000", "一").path()).isEmpty();
    }

    @Test
    void a_text_without_headings_is_still_text() {
        assertThat(PolicyText.partsOf("现将有关事项通知如下。"))
                .extracting(Part::ref, Part::body)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("文首", "现将有关事项通知如下。"));
    }

    /** Lines as documents have them. */
    enum Line {
        TITLE("# 关于开展申报的通知"),
        CHAPTER("## 一、总体要求"),
        SECTION("### （二）重点"),
        ITEM_HEADING("#### 3.做强企业"),
        PART("### 第二部分是重点工作。"),
        ACTION("#### 第三个专项行动是强链"),
        ANNEX("## 附件：清单"),
        ITEM("1.规模以下企业。"),
        DECIMAL("3.5%的增速"),
        ENUMERATION("一是摸底。二是指导。三是跟踪。"),
        DUTY("（责任单位：县工业和信息化局）"),
        HEAD("| 序号 | 名称 |"),
        RULE("|---|---|"),
        ROW("| 1 | 瞪羚企业 |"),
        REMARK("备注：另行通知。"),
        ANNEX_LIST("附件：清单"),
        NOTE("> 整理说明（非原文）：略"),
        TAIL("冠县人民政府办公室 2023年3月23日印发"),
        IN_FORCE("本办法自印发之日起施行。"),
        PLAIN("各乡镇人民政府：");

        private final String text;

        Line(String text) {
            this.text = text;
        }
    }

    private static Part part(String document, String ref) throws IOException {
        return PolicyText.partsOf(text(file(document))).stream()
                .filter(it -> it.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + ref));
    }

    private static String file(String number) {
        return documents.stream()
                .filter(it -> it.contains("/" + number))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String document) throws IOException {
        String file = Files.readString(PACKS.resolve(document));
        return file.substring(file.indexOf("\n---\n") + 5);
    }

    private static String words(List<Part> parts) {
        return parts.stream()
                .map(it -> it.heading() + it.body())
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    /** The text without the marks of its layout: heading signs, remark signs, and the rule under a table's head. */
    private static String words(String text) {
        return text.lines()
                .filter(it -> !it.strip().matches("\\|[-:| ]+\\|"))
                .map(it -> it.replaceFirst("^(#+|>) ?", ""))
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }
}
