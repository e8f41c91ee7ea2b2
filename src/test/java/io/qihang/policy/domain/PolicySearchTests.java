package io.qihang.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.platform.PageRequest;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.policy.domain.PolicySearch.Hit;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class PolicySearchTests {

    /** Counties of this test alone. */
    private static final RegionCode HERE = new RegionCode("990001");

    private static final RegionCode THERE = new RegionCode("990002");
    private static final Path PACKS = Path.of("src/main/resources/region-packs");

    @Autowired
    PolicySearch search;

    @Autowired
    PolicyImport imports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @org.junit.jupiter.api.BeforeEach
    void two_counties_with_a_policy_each() throws IOException {
        String guanxian = Files.readString(PACKS.resolve("371525/policies/000-guanxian-2023.md"));
        String xining = Files.readString(PACKS.resolve("630100/policies/004-xining-gradient.md"));
        transaction.executeWithoutResult(status -> {
            imports.importFile("search-here", HERE, guanxian);
            imports.importFile("search-there", THERE, xining);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        瞪羚              | 二（一）3
        DCMM贯标          | 二（三）9
        dcmm              | 二（三）9
        小升规             | 二（一）1
        专精特新小巨人      | 附件3
        一企一技术          | 附件17
        清泉街道            | 附件表头
        技改视频库          | 二（二）4
        20份               | 文末""")
    void a_word_is_found_in_every_clause_it_stands_in(String query, String ref) {
        assertThat(all(query)).extracting(Hit::ref).contains(ref);
        assertThat(all(query)).allSatisfy(it -> assertThat(
                        SearchText.fold(it.policy().particulars().searched() + it.heading() + it.excerpt()))
                .contains(SearchText.fold(query)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"优质企业", "冠政办发〔2023〕7号", "冠县人民政府办公室"})
    void titles_numbers_and_issuers_come_first(String query) {
        assertThat(all(query)).first().extracting(Hit::ref).isEqualTo("");
    }

    @Test
    void several_words_must_stand_in_one_clause() {
        assertThat(all("瞪羚 单项冠军")).extracting(Hit::ref).contains("二（一）3").doesNotContain("附件7");
        assertThat(all("瞪羚 会客厅")).isEmpty();
    }

    @Test
    void characters_that_stand_apart_are_not_a_word() {
        assertThat(all("企业政策通")).isNotEmpty();
        assertThat(all("业政企业政策")).isEmpty();
    }

    @Test
    void one_character_is_too_little_to_search_for() {
        assertThatThrownBy(() -> all("奖")).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(PolicyProblem.QUERY_TOO_SHORT));
        assertThatThrownBy(() -> all("奖".repeat(51))).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(PolicyProblem.QUERY_TOO_LONG));
    }

    @Test
    void another_regions_policy_is_not_found() {
        assertThat(all("中藏药")).isEmpty();
        assertThat(search.search(List.of(THERE), "中藏药", new PageRequest(null, null))
                        .items())
                .isNotEmpty();
    }

    @Test
    void pages_read_on_without_gap_or_repetition() {
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            var page = search.search(List.of(HERE, THERE), "企业", new PageRequest(after, 7));
            page.items().forEach(it -> paged.add(it.policy().id() + it.ref()));
            after = page.next();
        } while (after != null);
        var whole = search.search(List.of(HERE, THERE), "企业", new PageRequest(null, 100));
        assertThat(paged)
                .hasSizeGreaterThan(20)
                .isEqualTo(whole.items().stream()
                        .map(it -> it.policy().id() + it.ref())
                        .toList());
    }

    @Test
    void two_characters_are_found_by_index() {
        transaction.executeWithoutResult(status -> {
            database.sql("set local enable_seqscan = off").update();
            int before = scansOfPairs();
            assertThat(all("瞪羚")).isNotEmpty();
            assertThat(scansOfPairs()).isEqualTo(before + 1);
            assertThat(database.sql("""
                            explain select policy_id, seq from policy_search
                            where pairs @> string_to_array('瞪羚', ' ') and position('瞪羚' in folded) > 0
                              and region_code in ('990001')
                            """).query(String.class).list())
                    .anyMatch(it -> it.contains("Bitmap Index Scan on policy_search_pairs"));
        });
    }

    /** How often this transaction has read the index. */
    private int scansOfPairs() {
        return database.sql("select pg_stat_get_xact_numscans('policy_search_pairs'::regclass)")
                .query(Integer.class)
                .single();
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_changed_one_is_a_new_edition() throws IOException {
        two_counties_with_a_policy_each();
        assertThat(editions("search-here")).containsExactly("1 PUBLISHED");
        String first = Files.readString(PACKS.resolve("371500/policies/001-liaocheng-private-economy.md"));
        String pack = "changing-" + java.util.UUID.randomUUID();
        transaction.executeWithoutResult(status -> imports.importFile(pack, HERE, first));
        transaction.executeWithoutResult(status -> imports.importFile(pack, HERE, first + "\n（补）\n"));
        assertThat(editions(pack)).containsExactly("1 REPLACED", "2 PUBLISHED");
    }

    private List<String> editions(String pack) {
        return database.sql("select edition || ' ' || status from policy where pack = ? order by edition")
                .param(pack)
                .query(String.class)
                .list();
    }

    private List<Hit> all(String query) {
        return search.search(List.of(HERE), query, new PageRequest(null, 100)).items();
    }
}
