package io.qihang.enterprise.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.Usccs;
import io.qihang.enterprise.domain.Registering.Outcome;
import io.qihang.enterprise.domain.Registering.Result;
import io.qihang.identity.PersonId;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.MovableClock;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class RegisteringTest {

    private static final RegionCode QINGSHUI = new RegionCode("371525104");
    private static final RegionCode LIULIN = new RegionCode("371525103");
    private static final RegionCode COUNTY = new RegionCode("371525");

    @Autowired
    Registering registering;

    @Autowired
    ReviewingRegistrations reviewing;

    @Autowired
    ConfirmingMembers members;

    @Autowired
    MovingEnterprises moving;

    @Autowired
    Enterprises enterprises;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    private final String uscc = Usccs.next();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static PersonId someone() {
        return new PersonId(UUID.randomUUID());
    }

    private static Actor officer(RegionCode unit) {
        UUID account = UUID.randomUUID();
        return new Actor(
                account,
                Client.CONSOLE,
                Set.of(Role.TOWNSHIP_OFFICER),
                new Scope(account, Set.of(), Set.of(unit), Set.of()),
                Set.of());
    }

    private RegistrationForm form(String name) {
        return new RegistrationForm(
                new Uscc(uscc),
                new EnterpriseName(name),
                LIULIN,
                QINGSHUI,
                CountsAt.OPERATING,
                "C34",
                "虚构联系人",
                "13800000001",
                MemberRole.CLERK);
    }

    private EnterpriseId listedAndRegistered(PersonId person) {
        new Listing(database, vault).add(uscc, "冠县竞速轴承有限公司", "371525104", null);
        var enterprise = registering.submit(person, form("冠县竞速轴承有限公司")).enterprise();
        return java.util.Objects.requireNonNull(enterprise);
    }

    @Nested
    class Two_persons_at_the_same_moment {

        private List<Outcome> race(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
            var together = new CyclicBarrier(2);
            var persons = Executors.newFixedThreadPool(2);
            try {
                List<Future<Outcome>> answers = List.of(one, other).stream()
                        .map(it -> persons.submit(() -> {
                            together.await();
                            return it.call();
                        }))
                        .toList();
                return List.of(answers.get(0).get(), answers.get(1).get());
            } finally {
                persons.shutdown();
            }
        }

        @Test
        void with_one_listed_code_make_one_enterprise_and_one_request_to_join() throws Exception {
            new Listing(database, vault).add(uscc, "冠县竞速轴承有限公司", "371525104", null);
            var outcomes = race(
                    () -> registering.submit(someone(), form("冠县竞速轴承有限公司")),
                    () -> registering.submit(someone(), form("冠县竞速轴承有限公司")));
            assertThat(outcomes)
                    .extracting(Outcome::result)
                    .containsExactlyInAnyOrder(Result.ACCEPTED, Result.JOIN_REQUESTED);
            assertThat(outcomes.get(0).enterprise()).isEqualTo(outcomes.get(1).enterprise());
        }

        @Test
        void with_one_unlisted_code_wait_for_the_unit_and_become_one_enterprise() throws Exception {
            var outcomes = race(
                    () -> registering.submit(someone(), form("冠县未列名有限公司")),
                    () -> registering.submit(someone(), form("冠县未列名有限公司")));
            assertThat(outcomes).extracting(Outcome::result).containsOnly(Result.PENDING);
            var first = reviewing.accept(officer(QINGSHUI), outcomes.get(0).registration(), null);
            var second = reviewing.accept(officer(QINGSHUI), outcomes.get(1).registration(), OfficerProof.OFFICER);
            assertThat(second).isEqualTo(first);
            assertThat(enterprises.confirmedMembers(first)).hasSize(1);
        }
    }

    @Test
    void the_register_says_which_unit_counts_whatever_the_person_says() {
        new Listing(database, vault).add(uscc, "冠县名录（柳林）有限公司", "371525103", null);
        var accepted = registering.submit(someone(), form("冠县名录(柳林) 有限公司"));
        var card = enterprises.require(
                java.util.Objects.requireNonNull(accepted.enterprise()),
                officer(LIULIN).scope());
        assertThat(card.unit()).isEqualTo(LIULIN);
        assertThat(card.name()).isEqualTo("冠县名录（柳林）有限公司");
    }

    @Test
    void the_contact_is_sealed() {
        registering.submit(someone(), form("冠县密封有限公司"));
        assertThat(database.sql("select contact_phone || contact_name from registration where uscc = :uscc")
                        .param("uscc", uscc)
                        .query(String.class)
                        .single())
                .doesNotContain("13800000001", "虚构联系人")
                .startsWith("v1.");
    }

    @Nested
    class A_member {

        @Test
        void on_their_own_word_is_no_member_for_other_modules_until_confirmed() {
            var person = someone();
            var enterprise = listedAndRegistered(person);
            assertThat(enterprises.membershipOf(person, enterprise)).isEmpty();
            assertThatThrownBy(() -> enterprises.requireOwn(enterprise, person)).isInstanceOf(Problem.class);

            members.confirm(officer(QINGSHUI), enterprise, membershipOf(person), OfficerProof.OFFICER);
            assertThat(enterprises.membershipOf(person, enterprise))
                    .contains(new Member(person, MemberRole.CLERK, true));
            assertThat(enterprises.requireOwn(enterprise, person).uscc()).isEqualTo(new Uscc(uscc));
            assertThat(enterprises.names(List.of(enterprise))).containsEntry(enterprise, "冠县竞速轴承有限公司");
        }

        @Test
        void is_not_confirmed_twice_nor_by_another_unit() {
            var person = someone();
            var enterprise = listedAndRegistered(person);
            var membership = membershipOf(person);
            assertThatThrownBy(() -> members.confirm(officer(LIULIN), enterprise, membership, OfficerProof.OFFICER))
                    .hasMessageContaining("没有找到");
            members.confirm(officer(QINGSHUI), enterprise, membership, OfficerProof.OFFICER);
            assertThatThrownBy(() -> members.confirm(officer(QINGSHUI), enterprise, membership, OfficerProof.OFFICER))
                    .hasMessageContaining("已经办过");
        }

        private io.qihang.enterprise.MembershipId membershipOf(PersonId person) {
            return new io.qihang.enterprise.MembershipId(
                    database.sql("select id from membership where person_id = :person")
                            .param("person", person.value())
                            .query(UUID.class)
                            .single());
        }
    }

    @Nested
    class A_move {

        private LocalDate today = LocalDate.EPOCH;

        @BeforeEach
        void lookAtTheCalendar() {
            today = Times.dayOf(clock.instant());
        }

        @Test
        void changes_figures_from_its_date_on_never_before() {
            var enterprise = listedAndRegistered(someone());
            clock.move(Duration.ofDays(10));
            moving.move(officer(QINGSHUI), enterprise, LIULIN, today.plusDays(4), CountsAt.OPERATING, "厂房搬迁");
            assertThat(enterprises.unitOf(enterprise, today.minusDays(1))).isEmpty();
            assertThat(enterprises.unitOf(enterprise, today.plusDays(3))).contains(QINGSHUI);
            assertThat(enterprises.unitOf(enterprise, today.plusDays(4))).contains(LIULIN);
            assertThat(enterprises.require(enterprise, officer(LIULIN).scope()).unit())
                    .isEqualTo(LIULIN);
            assertThatThrownBy(() ->
                            enterprises.require(enterprise, officer(QINGSHUI).scope()))
                    .isInstanceOf(Problem.class);
        }

        @Test
        void to_come_takes_effect_on_its_day() {
            var enterprise = listedAndRegistered(someone());
            moving.move(officer(QINGSHUI), enterprise, LIULIN, today.plusDays(3), null, "明确属地");
            moving.applyDue();
            assertThat(enterprises.require(enterprise, county()).unit()).isEqualTo(QINGSHUI);
            clock.move(Duration.ofDays(3));
            moving.applyDue();
            assertThat(enterprises.require(enterprise, county()).unit()).isEqualTo(LIULIN);
        }

        @Test
        void is_refused_before_the_last_one_to_the_same_unit_elsewhere_and_by_the_taking_unit() {
            var enterprise = listedAndRegistered(someone());
            assertThatThrownBy(() -> moving.move(officer(QINGSHUI), enterprise, LIULIN, today, null, "太早"))
                    .hasMessageContaining("不能早于或等于");
            assertThatThrownBy(
                            () -> moving.move(officer(QINGSHUI), enterprise, QINGSHUI, today.plusDays(1), null, "没变"))
                    .hasMessageContaining("已经计入");
            assertThatThrownBy(() -> moving.move(
                            officer(QINGSHUI), enterprise, new RegionCode("371525999"), today.plusDays(1), null, "没有"))
                    .hasMessageContaining("没有这个乡镇");
            assertThatThrownBy(() -> moving.move(officer(LIULIN), enterprise, LIULIN, today.plusDays(1), null, "要来"))
                    .hasMessageContaining("没有找到");
        }

        private Scope county() {
            return new Scope(UUID.randomUUID(), Set.of(COUNTY), Set.of(), Set.of());
        }
    }
}
