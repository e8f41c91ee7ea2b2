package io.qihang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.identity.domain.AccountKind;
import io.qihang.identity.domain.KeepingAccounts;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator finds an account by the beginning of its login name or by the whole name of its holder. */
@SystemTest
class AccountSearchTests {

    private static final RegionCode COUNTY = new RegionCode("371525");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Staffing staffing;

    @Autowired
    KeepingAccounts keeping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Limits limits;

    @Autowired
    @Qualifier("indexingNames")
    ApplicationRunner indexing;

    private Api system;

    @BeforeEach
    void an_administrator() {
        limits.forget();
        system = staffing.hire(Role.SYSTEM_ADMIN).api();
    }

    @Test
    void by_the_beginning_of_the_login_name_whatever_its_case() {
        open(COUNTY, "seek.one", "寻一");
        open(COUNTY, "seek.two", "寻二");
        open(new RegionCode("130600"), "seek.other", "寻外");
        assertThat(found("SEEK.")).containsExactly("seek.one", "seek.two");
        assertThat(found("seek.t")).containsExactly("seek.two");
        assertThat(found("eek")).isEmpty();
    }

    @Test
    void by_the_whole_name_and_not_by_a_part_of_it() {
        open(COUNTY, "named.one", "欧阳虚构");
        assertThat(found("欧阳虚构")).containsExactly("named.one");
        assertThat(found(" 欧阳 虚构 ")).containsExactly("named.one");
        assertThat(found("欧阳")).isEmpty();
    }

    @Test
    void what_looks_like_a_pattern_is_meant_literally() {
        open(COUNTY, "under_score", "虚下划");
        open(COUNTY, "underxscore", "虚叉号");
        assertThat(found("under_")).containsExactly("under_score");
        assertThat(found("%")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    void page_by_page_all_of_them_once() {
        for (int i = 0; i < 5; i++) open(COUNTY, "paged." + i, "翻页" + i);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            var page = system.get("/api/v1/desk/accounts?county=371525&text=paged.&limit=2" + after)
                    .expect(200);
            seen.addAll(logins(page));
            String next = page.at("/next");
            after = next.isEmpty() || next.equals("null") ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("paged.0", "paged.1", "paged.2", "paged.3", "paged.4");
    }

    @Test
    void accounts_from_before_names_were_indexed_are_found_after_the_next_start() throws Exception {
        open(COUNTY, "before.index", "早年虚构");
        database.sql("update staff_account set name_index = null where login_name = 'before.index'")
                .update();
        assertThat(found("早年虚构")).isEmpty();
        indexing.run(new DefaultApplicationArguments());
        assertThat(found("早年虚构")).containsExactly("before.index");
    }

    @Test
    void a_text_too_long_is_refused() {
        system.get("/api/v1/desk/accounts?county=371525&text=" + "x".repeat(51)).expect(400, "INVALID_FIELDS");
    }

    @Test
    void administrators_learn_who_an_id_is_and_nobody_else() {
        String id = open(COUNTY, "who.is.it", "虚构是谁").id().toString();
        String path = "/api/v1/desk/account-names?account=" + id;
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            var named = staffing.hire(role)
                    .api()
                    .get(path + "&account=" + UUID.randomUUID())
                    .expect(200);
            assertThat(named.json()).hasSize(1);
            assertThat(named.at("/0/name")).isEqualTo("虚构是谁");
            assertThat(named.at("/0/loginName")).isEqualTo("who.is.it");
        }
        staffing.hire(Role.COUNTY_OFFICER).api().get(path).expect(403, "FORBIDDEN");
        String many =
                Stream.generate(() -> "account=" + UUID.randomUUID()).limit(101).collect(Collectors.joining("&"));
        system.get("/api/v1/desk/account-names?" + many).expect(400, "INVALID_FIELDS");
    }

    private KeepingAccounts.NewAccount open(RegionCode county, String login, String name) {
        String phone = "1380000%04d".formatted(9500 + NUMBER.incrementAndGet());
        return Objects.requireNonNull(
                transaction.execute(status -> keeping.open(county, login, AccountKind.BUSINESS, name, phone)));
    }

    private List<String> found(String text) {
        limits.forget();
        return logins(system.get(
                        "/api/v1/desk/accounts?county=371525&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200));
    }

    private static List<String> logins(Api.Reply page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("loginName").asString(""))
                .toList();
    }
}
