package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.policy.domain.Particulars.Kind;
import io.qihang.policy.domain.Particulars.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void what_the_original_does_not_state_stays_empty() throws IOException {
        Particulars liaocheng = read("371500/policies/001-liaocheng-private-economy.md");
        assertThat(liaocheng.title()).isNull();
        assertThat(liaocheng.documentNumber()).isNull();
        assertThat(liaocheng.issuedOn()).isNull();
        assertThat(liaocheng.effectiveFrom()).isNull();
        assertThat(liaocheng.effectiveUntil()).isNull();
        assertThat(liaocheng.shortTitle()).contains("原件未载标题");
        assertThat(liaocheng.term(TODAY)).isEqualTo(Term.UNSTATED);
    }

    @Test
    void an_interpretation_is_marked_as_one() throws IOException {
        Particulars baoding = read("130600/policies/003-baoding-leader.md");
        assertThat(baoding.kind()).isEqualTo(Kind.INTERPRETATION);
        assertThat(baoding.documentNumber()).isNull();
        assertThat(baoding.remark()).contains("不是方案原文");
    }

    @Test
    void a_year_plan_is_over_with_its_year() throws IOException {
        Particulars plan = read("371525/policies/000-guanxian-2023.md");
        assertThat(plan.documentNumber()).isEqualTo("冠政办发〔2023〕7号");
        assertThat(plan.issuedOn()).isEqualTo(LocalDate.of(2023, 3, 23));
        assertThat(plan.term(LocalDate.of(2023, 12, 31))).isEqualTo(Term.IN_FORCE);
        assertThat(plan.term(TODAY)).isEqualTo(Term.PERIOD_OVER);
        assertThat(read("371525/policies/002-guanxian-yumiao-2022.md").term(TODAY))
                .isEqualTo(Term.PERIOD_OVER);
    }

    @Test
    void measures_without_an_end_are_in_force_from_their_issue() throws IOException {
        Particulars xining = read("630100/policies/004-xining-gradient.md");
        assertThat(xining.effectiveFrom()).isEqualTo(LocalDate.of(2023, 6, 16));
        assertThat(xining.effectiveUntil()).isNull();
        assertThat(xining.term(TODAY)).isEqualTo(Term.IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        正文                                        | 1 | 应以 --- 开头
        ---⏎种类：通知⏎正文                          | 3 | 缺少 ---
        ---⏎类别：通知⏎---⏎正文                      | 2 | 不是文件要素的名称
        ---⏎种类：布告⏎简称：甲⏎---⏎正文              | 2 | 没有“布告”这个种类
        ---⏎种类：通知⏎简称：甲⏎种类：意见⏎---⏎正文    | 4 | 写了两次
        ---⏎种类：通知⏎简称：甲⏎成文日期：三月⏎---⏎正文 | 4 | 不是日期
        ---⏎种类：通知⏎---⏎正文                      | 1 | 请填写政策的简称
        ---⏎种类：通知⏎简称：甲⏎---⏎⏎                | 1 | 正文还没有内容""")
    void a_file_that_cannot_be_a_policy_says_where_and_why(String file, int line, String reason) {
        assertThatThrownBy(() -> PolicyFile.read(file.replace('⏎', '\n')))
                .isInstanceOfSatisfying(
                        PolicyFile.Malformed.class, it -> assertThat(it.line()).isEqualTo(line))
                .hasMessageContaining(reason);
    }

    private static Particulars read(String file) throws IOException {
        return PolicyFile.read(Files.readString(Path.of("src/main/resources/region-packs", file)))
                .particulars();
    }
}
