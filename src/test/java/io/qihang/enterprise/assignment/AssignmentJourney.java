package io.qihang.enterprise.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.SqlCount;
import io.qihang.testing.Staffing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The county keeps, by rounds, who looks after which enterprise; what was true on a past day stays true of it. */
class AssignmentJourney extends AssignmentPlay {

    @Autowired
    JdbcClient database;

    @Autowired
    SqlCount sql;

    @Test
    void the_enterprise_sees_who_looks_after_it_and_who_sent_them() {
        var enterprise = firms.in(QINGSHUI);
        var person = phones.signIn();
        firms.join(enterprise, person.id());
        String path = "/api/v1/enterprises/" + enterprise + "/commissioners";
        assertThat(person.api().get(path).expect(200).text()).isEqualTo("[]");
        String round = round("2023-09-01");
        assign(round, enterprise, commissioner().id(), Map.of("main", false, "kind", "RESIDENT_COMMISSIONER"))
                .expect(201);
        var main = commissioner();
        assigned(round, enterprise, main.id());

        var seen = person.api().get(path).expect(200);
        assertThat(all(seen, "kindName")).containsExactly("助企服务专员", "驻企特派员");
        assertThat(all(seen, "sentBy")).containsOnly("县工业和信息化局");
        assertThat(all(seen, "since")).containsOnly("2023-09-01");
        assertThat(seen.at("/0/name")).startsWith("虚构人员");
        assertThat(seen.text()).doesNotContain("138000");
        phones.signIn().api().get(path).expect(404);
    }

    @Test
    void an_office_of_the_county_is_known_by_its_name_and_any_other_sender_kept_as_written() {
        var enterprise = firms.in(QINGSHUI);
        String round = round("2023-09-01");
        assign(round, enterprise, commissioner().id(), Map.of("sentBy", "gxj")).expect(201);
        assign(round, enterprise, commissioner().id(), Map.of("main", false, "sentBy", "市虚构研究院"))
                .expect(201);
        assertThat(all(officer.get("/api/v1/desk/enterprises/" + enterprise + "/assignments"), "sentBy"))
                .containsExactly("县工业和信息化局", "市虚构研究院");
    }

    @Test
    void another_takes_over_from_a_day_on_and_the_history_stays() {
        var enterprise = firms.in(QINGSHUI);
        var former = commissioner().id();
        var next = commissioner().id();
        String first = assigned(round("2023-09-01"), enterprise, former);
        LocalDate handover = TODAY.plusDays(3);
        replace(first, next, handover).expect(201);

        assertThat(assignments.isAssigned(former, enterprise, handover.minusDays(1)))
                .isTrue();
        assertThat(assignments.isAssigned(former, enterprise, handover)).isFalse();
        assertThat(assignments.portfolioOf(next, handover)).containsExactly(enterprise);
        assertThat(assignments.portfolioOf(next, handover.minusDays(1))).isEmpty();
        assertThat(assignments.mainOf(enterprise).orElseThrow().staff()).isEqualTo(former);
        set(handover);
        assertThat(assignments.mainOf(enterprise).orElseThrow().staff()).isEqualTo(next);
        var history = officer.get("/api/v1/desk/enterprises/" + enterprise + "/assignments")
                .expect(200);
        assertThat(all(history, "startsOn")).containsExactly("2023-09-01", "2023-09-25");
        assertThat(all(history, "endsOn")).containsExactly("2023-09-24", "");
        assertThat(all(history, "main")).containsExactly("true", "true");
        assertThat(history.at("/0/endReason")).isEqualTo("轮换");
    }

    @Nested
    class There_is_one_main_commissioner {

        @Test
        void a_second_one_is_refused_until_the_first_has_ended() {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            String first = assigned(round, enterprise, commissioner().id());
            var second = commissioner().id();
            assertThat(assign(round, enterprise, second, Map.of())
                            .expect(409, "MAIN_COMMISSIONER_EXISTS")
                            .at("/detail"))
                    .contains("2023-09-01");
            end(first, TODAY).expect(204);
            assign(round, enterprise, second, Map.of("startsOn", TODAY.toString()))
                    .expect(409, "MAIN_COMMISSIONER_EXISTS");
            assign(
                            round,
                            enterprise,
                            second,
                            Map.of("startsOn", TODAY.plusDays(1).toString()))
                    .expect(201);
        }

        @RepeatedTest(3)
        void of_two_officers_at_once_one_is_told_so() throws Exception {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            List<StaffId> both = List.of(commissioner().id(), commissioner().id());
            var gate = new CyclicBarrier(2);
            var senders = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Api.Reply>> calls = both.stream()
                        .map(it -> (Callable<Api.Reply>) () -> {
                            gate.await();
                            return assign(round, enterprise, it, Map.of());
                        })
                        .toList();
                List<Integer> replies = new ArrayList<>();
                for (Future<Api.Reply> it : senders.invokeAll(calls))
                    replies.add(it.get().status());
                assertThat(replies).containsExactlyInAnyOrder(201, 409);
            } finally {
                senders.shutdown();
            }
        }

        @Test
        void the_schema_holds_no_second_open_one_and_no_changed_past() {
            var enterprise = firms.in(QINGSHUI);
            String first =
                    assigned(round("2023-09-01"), enterprise, commissioner().id());
            var copy = database.sql("""
                            insert into assignment (id, region_code, round_id, enterprise_id, staff_id, kind, main,
                                sending_unit, starts_on, assigned_by, assigned_at, version)
                            select gen_random_uuid(), region_code, round_id, enterprise_id, :staff, kind, true, '某单位',
                                starts_on, assigned_by, assigned_at, 0 from assignment where id = :id
                            """)
                    .param("staff", commissioner().id().value())
                    .param("id", AssignmentId.of(first).value());
            assertThatThrownBy(copy::update).isInstanceOf(DuplicateKeyException.class);
            for (String change : List.of(
                    "update assignment set starts_on = starts_on - 1 where id = :id",
                    "update assignment set staff_id = assigned_by where id = :id",
                    "delete from assignment where id = :id")) {
                var tried =
                        database.sql(change).param("id", AssignmentId.of(first).value());
                assertThatThrownBy(tried::update).isInstanceOf(DataAccessException.class);
            }
        }

        @Test
        void the_same_commissioner_is_not_assigned_twice() {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            var staff = commissioner().id();
            assigned(round, enterprise, staff);
            assign(round, enterprise, staff, Map.of("main", false)).expect(409, "COMMISSIONER_ALREADY_ASSIGNED");
        }
    }

    @Nested
    class The_past_stays {

        @Test
        void an_assignment_ends_yesterday_at_the_earliest_and_once() {
            var enterprise = firms.in(QINGSHUI);
            String assignment =
                    assigned(round("2023-09-01"), enterprise, commissioner().id());
            end(assignment, TODAY.minusDays(2)).expect(400, "ASSIGNMENT_END_TOO_EARLY");
            end(assignment, TODAY.plusDays(5)).expect(204);
            end(assignment, TODAY.plusDays(6)).expect(400, "ASSIGNMENT_END_TOO_LATE");
            end(assignment, TODAY.minusDays(1)).expect(204);
            end(assignment, TODAY).expect(409, "ASSIGNMENT_ENDED");
        }

        @Test
        void what_has_not_begun_is_taken_back_and_never_counts() {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-10-01");
            var staff = commissioner().id();
            String assignment = assigned(round, enterprise, staff);
            end(assignment, LocalDate.of(2023, 9, 30)).expect(204);
            assertThat(assignments.portfolioOf(staff, LocalDate.of(2023, 10, 1)))
                    .isEmpty();
            assigned(round, enterprise, staff);
        }

        @Test
        void nobody_is_replaced_back_into_past_days_nor_assigned_before_the_round() {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            var staff = commissioner().id();
            assign(round, enterprise, staff, Map.of("startsOn", "2023-08-31")).expect(400, "ASSIGNMENT_OUTSIDE_ROUND");
            String assignment = assigned(round, enterprise, staff);
            replace(assignment, commissioner().id(), TODAY.minusDays(1)).expect(400, "ASSIGNMENT_FROM_PAST");
        }
    }

    @Nested
    class Who_is_left_out {

        @Test
        void enterprises_without_a_main_commissioner_are_listed_to_their_county_and_unit() {
            var covered = firms.in(QINGSHUI);
            var helped = firms.in(QINGSHUI);
            var left = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            assigned(round, covered, commissioner().id());
            assign(round, helped, commissioner().id(), Map.of("main", false)).expect(201);
            end(assigned(round, left, commissioner().id()), TODAY.minusDays(1)).expect(204);

            var ofRound = officer.get("/api/v1/desk/uncovered-enterprises?round=" + round)
                    .expect(200);
            assertThat(all(ofRound, "id")).containsExactlyInAnyOrder(helped.toString(), left.toString());
            assertThat(all(ofRound, "lastDay")).containsExactlyInAnyOrder("", "2023-09-21");
            String list = "/api/v1/desk/uncovered-enterprises?limit=100&round=" + round;
            assertThat(all(staffing.hireFor(QINGSHUI).api().get(list), "id")).hasSize(2);
            assertThat(all(staffing.hireFor(LIULIN).api().get(list), "id")).isEmpty();
            assertThat(roundLine(round, "enterprises")).isEqualTo("3");
            assertThat(roundLine(round, "commissioners")).isEqualTo("3");
            assertThat(roundLine(round, "uncovered")).isEqualTo("2");
        }

        private String roundLine(String round, String field) {
            return officer.get("/api/v1/desk/assignment-rounds?county=371525&limit=100")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(it -> it.path("id").asString("").equals(round))
                    .findFirst()
                    .orElseThrow()
                    .path(field)
                    .asString("");
        }

        @Test
        void only_a_commissioner_of_the_county_who_is_still_there_is_assigned() {
            var enterprise = firms.in(QINGSHUI);
            String round = round("2023-09-01");
            var elsewhere = staffing.hire(new RegionCode("630100"), Role.COMMISSIONER, null, null);
            for (var staff : List.of(elsewhere, staffing.hire(Role.LEADER), staffing.hireFor(QINGSHUI))) {
                assign(round, enterprise, staff.id(), Map.of()).expect(400, "COMMISSIONER_UNKNOWN");
            }
            var here = commissioner();
            assigned(round, enterprise, here.id());
            var list = officer.get("/api/v1/desk/commissioners?county=371525&limit=100")
                    .expect(200);
            assertThat(all(list, "id")).doesNotContain(elsewhere.id().toString());
        }
    }

    @Test
    void another_county_finds_nothing() {
        var enterprise = firms.in(QINGSHUI);
        String round = round("2023-09-01");
        String assignment = assigned(round, enterprise, commissioner().id());
        officer = staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api();
        end(assignment, TODAY).expect(404);
        replace(assignment, commissioner().id(), TODAY).expect(404);
        assign(round, enterprise, commissioner().id(), Map.of()).expect(404);
        officer.get("/api/v1/desk/assignment-rounds?county=371525").expect(404);
        officer.get("/api/v1/desk/commissioners?county=371525").expect(404);
        assertThat(all(officer.get("/api/v1/desk/assignment-rounds/" + round + "/assignments"), "id"))
                .isEmpty();
        assertThat(all(officer.get("/api/v1/desk/enterprises/" + enterprise + "/assignments"), "id"))
                .isEmpty();
    }

    @Test
    void a_round_lists_an_enterprise_of_the_county_only() {
        assign(round("2023-09-01"), firms.in("630100"), commissioner().id(), Map.of())
                .expect(404);
    }

    @Nested
    class A_commissioner_confirms_a_member_on_the_phone {

        private final EnterpriseId enterprise = firms.in(QINGSHUI);
        private final Staffing.Member staff = commissioner();
        private final Api phone = phones.bound(staff).api();
        private final String path = "/api/v1/field/enterprises/" + enterprise + "/members";

        private String membership() {
            firms.joinUnconfirmed(enterprise, phones.signIn().id());
            return database.sql("select id from membership where enterprise_id = :id and confirmed_at is null")
                    .param("id", enterprise.value())
                    .query(java.util.UUID.class)
                    .single()
                    .toString();
        }

        @Test
        void of_an_enterprise_they_look_after_today() {
            String membership = membership();
            String assignment = assigned(round("2023-09-01"), enterprise, staff.id());
            assertThat(all(phone.get(path).expect(200), "membership")).containsExactly(membership);
            Api once = phone.once();
            var confirm = path + "/" + membership + "/confirmation";
            once.post(confirm, Map.of("proof", "OFFICER")).expect(200);
            once.post(confirm, Map.of("proof", "OFFICER")).expect(200);
            phone.once().post(confirm, Map.of("proof", "OFFICER")).expect(409, "MEMBERSHIP_DECIDED");
            assertThat(phone.get(path).expect(200).at("/0/proofName")).isEqualTo("工作人员确认");
            assertThat(database.sql("""
                                    select count(*) from audit_event
                                    where action = 'membership.confirm' and object_id = :id and actor = :by
                                    """)
                            .param("id", membership)
                            .param("by", staff.id().value())
                            .query(Integer.class)
                            .single())
                    .isOne();
            end(assignment, TODAY.minusDays(1)).expect(204);
            phone.get(path).expect(404);
        }

        @Test
        void of_no_other_enterprise() {
            String membership = membership();
            phone.get(path).expect(404);
            phone.once()
                    .post(path + "/" + membership + "/confirmation", Map.of("proof", "LICENCE"))
                    .expect(404);
            assigned(round("2023-09-01"), firms.in(QINGSHUI), staff.id());
            phone.once()
                    .post(path + "/" + membership + "/confirmation", Map.of("proof", "LICENCE"))
                    .expect(404);
        }
    }

    @Test
    void a_list_costs_at_most_two_statements() {
        String round = round("2023-09-01");
        var enterprise = firms.in(QINGSHUI);
        assigned(round, enterprise, commissioner().id());
        for (String path : List.of(
                "/api/v1/desk/assignment-rounds?county=371525",
                "/api/v1/desk/assignment-rounds/" + round + "/assignments",
                "/api/v1/desk/enterprises/" + enterprise + "/assignments",
                "/api/v1/desk/uncovered-enterprises",
                "/api/v1/desk/commissioners?county=371525")) {
            officer.get(path).expect(200);
            assertThat(sql.of(officer, it -> it.get(path))).as(path).hasSizeBetween(1, 2);
        }
    }
}
