package io.qihang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.audit.domain.AuditSealer;
import io.qihang.audit.domain.AuditVerifier;
import io.qihang.identity.domain.AccountKind;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Staffing;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class AuditTests {

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient database;

    @Autowired
    Superuser superuser;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void freshLimits() {
        limits.forget();
    }

    @Nested
    class An_action {

        @Test
        void leaves_exactly_one_row_that_says_who_did_what_from_where() {
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            var account = staffing.opened(AccountKind.BUSINESS);
            system.api()
                    .post("/api/v1/desk/accounts/" + account.id() + "/disabling", "")
                    .expect(204);
            assertThat(rows("account.disable", account.id().toString()))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it).containsEntry("actor", system.id().value());
                        assertThat(it).containsEntry("roles", "SYSTEM_ADMIN");
                        assertThat(it).containsEntry("client", "CONSOLE");
                        assertThat(it).containsEntry("outcome", "DONE");
                        assertThat(it).containsEntry("source_address", "127.0.0.1");
                        assertThat(String.valueOf(it.get("trace_id"))).matches("[0-9a-f]{16}");
                    });
        }

        @Test
        void and_its_row_commit_together_or_not_at_all() {
            UUID object = UUID.randomUUID();
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        trail.record("test.act", "test", object, "会被回滚");
                        throw new IllegalStateException("after the write");
                    }))
                    .hasMessage("after the write");
            assertThat(rows("test.act", object.toString())).isEmpty();
        }

        @Test
        void cannot_be_recorded_outside_a_transaction() {
            assertThatThrownBy(() -> trail.record("test.act", "test", null, "无事务"))
                    .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
        }
    }

    @Nested
    class A_refusal {

        @Test
        void for_a_wrong_password_is_recorded() {
            int before = refusals("staff.sign-in", "401 SIGN_IN_REFUSED");
            api.post("/api/v1/desk/sign-in/password", Map.of("loginName", "nobody", "password", "Canary#Password1"))
                    .expect(401);
            assertThat(refusals("staff.sign-in", "401 SIGN_IN_REFUSED")).isEqualTo(before + 1);
        }

        @Test
        void for_a_missing_right_is_recorded_with_its_actor() {
            var leader = staffing.hire(Role.LEADER);
            leader.api().post("/api/v1/desk/accounts", Map.of()).expect(403);
            assertThat(refusedFor(leader)).containsExactly("account.open 403 FORBIDDEN");
        }

        @Test
        void for_an_object_that_is_not_there_is_recorded() {
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            system.api()
                    .post("/api/v1/desk/accounts/" + UUID.randomUUID() + "/disabling", "")
                    .expect(404);
            assertThat(refusedFor(system)).containsExactly("account.disable 404 NOT_FOUND");
        }

        @Test
        void for_a_conflict_is_recorded() {
            var system = staffing.hire(Role.SYSTEM_ADMIN);
            system.api()
                    .post("/api/v1/desk/accounts/" + system.id() + "/disabling", "")
                    .expect(409);
            assertThat(refusedFor(system)).containsExactly("account.disable 409 OWN_ACCOUNT");
        }

        @Test
        void for_too_many_calls_is_recorded() {
            int before = refusals("staff.enrol-second-factor", "429 TOO_MANY_REQUESTS");
            Api.Reply reply = api.get("/api/v1/desk/me");
            while (reply.status() != 429) {
                reply = api.post("/api/v1/desk/sign-in/enrolment", Map.of("challenge", "x"));
            }
            assertThat(refusals("staff.enrol-second-factor", "429 TOO_MANY_REQUESTS"))
                    .isEqualTo(before + 1);
        }
    }

    @Nested
    class The_table {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update audit_event set summary = 'x'",
                    "delete from audit_event",
                    "truncate audit_event",
                    "update audit_seal set chain = 'x'",
                    "delete from audit_seal",
                    "delete from audit_event_202611",
                    "insert into audit_event_202611 select * from audit_event limit 1"
                })
        void can_only_be_added_to_and_read_by_the_application(String change) {
            assertThatThrownBy(() -> database.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }

        @Test
        void grants_the_runtime_role_insert_and_select_alone() {
            for (String table : List.of("audit_event", "audit_seal")) {
                for (String right : List.of("UPDATE", "DELETE", "TRUNCATE")) {
                    assertThat(granted(table, right)).as(table + " " + right).isFalse();
                }
                for (String right : List.of("INSERT", "SELECT")) {
                    assertThat(granted(table, right)).as(table + " " + right).isTrue();
                }
            }
        }
    }

    @Nested
    class The_chain {

        @AfterEach
        void letTheSealerWork() {
            superuser.database().sql("select pg_advisory_unlock_all()").query().listOfRows();
        }

        /** Seals all there is, and keeps the scheduled sealer away while the chain is tampered with. */
        private void sealAndHold() {
            sealer.seal();
            superuser.database().sql("select pg_advisory_lock(815001)").query().listOfRows();
        }

        @Test
        void holds_and_is_shown_to_the_audit_administrator() {
            var auditor = staffing.hire(Role.AUDIT_ADMIN);
            sealer.seal();
            var verdict = auditor.api().get("/api/v1/desk/audit/chain").expect(200);
            assertThat(verdict.at("/finding")).isEmpty();
            assertThat(verdict.json().path("sealed").asLong()).isPositive();
        }

        @Test
        void is_gone_over_in_slices_that_go_on_where_the_last_one_ended() {
            var auditor = staffing.hire(Role.AUDIT_ADMIN);
            sealer.seal();
            long length = whole(null).sealed();
            String from = "";
            long reached = 0;
            boolean more = true;
            while (more) {
                var slice = auditor.api()
                        .get("/api/v1/desk/audit/chain?most=%d%s".formatted(length / 3 + 1, from))
                        .expect(200);
                assertThat(slice.at("/finding")).isEmpty();
                long sealed = slice.json().path("sealed").asLong();
                assertThat(sealed).isGreaterThan(reached);
                reached = sealed;
                from = "&fromSeq=%d&fromChain=%s".formatted(sealed, slice.at("/head"));
                more = slice.json().path("more").asBoolean();
            }
            assertThat(reached).isGreaterThanOrEqualTo(length);
            assertThat(database.sql("select summary from audit_event where actor = :actor and action = 'audit.verify' "
                                    + "order by id")
                            .param("actor", auditor.id().value())
                            .query(String.class)
                            .list())
                    .hasSizeBetween(3, 4)
                    .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                    .isEqualTo("核对第 1 到 %d 条，完好，后面还没有核对".formatted(length / 3 + 1));
        }

        @Test
        void is_not_gone_on_from_a_link_that_only_the_caller_knows() {
            sealAndHold();
            long seq = victim().seq();
            var made = new AuditVerifier.Checkpoint(seq, "ab".repeat(32));
            assertThat(verifier.verify(made, null, 10)).satisfies(it -> {
                assertThat(it.firstBad()).isEqualTo(seq);
                assertThat(it.finding()).contains("与核对过时不一样");
                assertThat(it.head()).isEmpty();
            });
            var beyond = new AuditVerifier.Checkpoint(seq + 1000, "ab".repeat(32));
            assertThat(verifier.verify(beyond, null, 10).finding()).contains("与核对过时不一样");
        }

        @Test
        void names_the_first_break_in_whichever_slice_it_lies() {
            sealAndHold();
            var victim = victim();
            var before = verifier.verify(null, null, (int) victim.seq() - 1);
            assertThat(before).satisfies(it -> {
                assertThat(it.finding()).isNull();
                assertThat(it.more()).isTrue();
                assertThat(it.length()).isEqualTo(victim.seq() + 3);
            });
            change("update audit_event set summary = summary || '改' where id = :id", victim);
            try {
                var after = verifier.verify(new AuditVerifier.Checkpoint(before.sealed(), before.head()), null, 2);
                assertThat(after.firstBad()).isEqualTo(victim.seq());
                assertThat(after.finding()).isEqualTo("记录被改动");
            } finally {
                change("update audit_event set summary = left(summary, -1) where id = :id", victim);
            }
        }

        @Test
        void shows_a_cut_tail_only_at_the_end_and_against_a_checkpoint_of_an_earlier_slice_too() {
            sealAndHold();
            var whole = whole(null);
            var beyond = new AuditVerifier.Checkpoint(whole.sealed() + 1, "ab".repeat(32));
            var first = verifier.verify(null, beyond, (int) whole.sealed() - 1);
            assertThat(first.finding()).isNull();
            assertThat(first.more()).isTrue();
            var last = verifier.verify(new AuditVerifier.Checkpoint(first.sealed(), first.head()), beyond, 10);
            assertThat(last.finding()).isEqualTo("检查点之前的记录被截掉");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "seq=5",
                    "chain=ab",
                    "seq=0&chain=ab",
                    "fromSeq=5",
                    "fromChain=ab",
                    "fromSeq=-1&fromChain=ab",
                    "most=0",
                    "most=20001"
                })
        void is_not_asked_with_half_a_link_or_for_too_much_at_once(String query) {
            var auditor = staffing.hire(Role.AUDIT_ADMIN);
            var refused = auditor.api().get("/api/v1/desk/audit/chain?" + query).expect(400);
            assertThat(refused.at("/code")).isIn("CHECKPOINT_INCOMPLETE", "SLICE_UNKNOWN", "SLICE_TOO_LONG");
        }

        @Test
        void seals_what_was_recorded_within_seconds() {
            staffing.hire(Role.LEADER);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                sealer.seal();
                assertThat(database.sql("select count(*) from audit_event e where not exists "
                                        + "(select from audit_seal s where s.event_id = e.id)")
                                .query(Long.class)
                                .single())
                        .isZero();
            });
        }

        @Test
        void shows_a_changed_row() {
            whileTampered(
                    "update audit_event set summary = summary || '改' where id = :id",
                    "update audit_event set summary = left(summary, -1) where id = :id",
                    "记录被改动");
        }

        @Test
        void shows_a_removed_row() {
            sealAndHold();
            var victim = victim();
            superuser
                    .database()
                    .sql("create table keep_audit as select * from audit_event where id = :id")
                    .param("id", victim.id())
                    .update();
            superuser
                    .database()
                    .sql("delete from audit_event where id = :id")
                    .param("id", victim.id())
                    .update();
            try {
                assertBad(victim.seq(), "记录被删除", null);
            } finally {
                superuser
                        .database()
                        .sql("insert into audit_event select * from keep_audit")
                        .update();
                superuser.database().sql("drop table keep_audit").update();
            }
            assertThat(whole(null).finding()).isNull();
        }

        @Test
        void shows_a_removed_link() {
            whileLinksAre("delete from audit_seal where seq = :seq", "链上缺少记录");
        }

        @Test
        void shows_a_forged_link() {
            whileLinksAre("update audit_seal set chain = repeat('ab', 32) where seq = :seq", "记录的次序或校验值被改动");
        }

        @Test
        void shows_two_swapped_rows() {
            whileLinksAre("""
                    update audit_seal a set event_id = b.event_id, event_at = b.event_at
                    from audit_seal b where (a.seq = :seq and b.seq = :seq + 1) and a.seq <> b.seq
                    """, "次序");
        }

        @Test
        void shows_a_cut_tail_against_a_checkpoint() {
            staffing.hire(Role.LEADER);
            sealAndHold();
            var whole = whole(null);
            var checkpoint = new AuditVerifier.Checkpoint(whole.sealed(), whole.head());
            assertThat(whole(checkpoint).finding()).isNull();
            superuser
                    .database()
                    .sql("create table keep_seal as select * from audit_seal where seq >= :seq")
                    .param("seq", whole.sealed())
                    .update();
            superuser
                    .database()
                    .sql("delete from audit_seal where seq >= :seq")
                    .param("seq", whole.sealed())
                    .update();
            try {
                assertBad(whole.sealed(), "截掉", checkpoint);
            } finally {
                superuser
                        .database()
                        .sql("insert into audit_seal select * from keep_seal")
                        .update();
                superuser.database().sql("drop table keep_seal").update();
            }
        }

        private void change(String change, Victim victim) {
            superuser.database().sql(change).param("id", victim.id()).update();
        }

        private void whileTampered(String tamper, String mend, String finding) {
            sealAndHold();
            var victim = victim();
            superuser.database().sql(tamper).param("id", victim.id()).update();
            try {
                assertBad(victim.seq(), finding, null);
            } finally {
                superuser.database().sql(mend).param("id", victim.id()).update();
            }
            assertThat(whole(null).finding()).isNull();
        }

        private void whileLinksAre(String tamper, String finding) {
            sealAndHold();
            long seq = victim().seq();
            superuser
                    .database()
                    .sql("create table keep_seal as select * from audit_seal")
                    .update();
            superuser
                    .database()
                    .sql("alter table audit_seal drop constraint if exists audit_seal_event_id_key")
                    .update();
            superuser.database().sql(tamper).param("seq", seq).update();
            try {
                assertBad(seq, finding, null);
            } finally {
                superuser.database().sql("delete from audit_seal").update();
                superuser
                        .database()
                        .sql("insert into audit_seal select * from keep_seal")
                        .update();
                superuser
                        .database()
                        .sql("alter table audit_seal add constraint audit_seal_event_id_key unique (event_id)")
                        .update();
                superuser.database().sql("drop table keep_seal").update();
            }
            assertThat(whole(null).finding()).isNull();
        }

        private void assertBad(
                long seq, String finding, AuditVerifier.@org.jspecify.annotations.Nullable Checkpoint checkpoint) {
            var verdict = whole(checkpoint);
            assertThat(verdict.firstBad()).isEqualTo(seq);
            assertThat(verdict.finding()).contains(finding);
        }

        private AuditVerifier.Verdict whole(AuditVerifier.@org.jspecify.annotations.Nullable Checkpoint checkpoint) {
            return verifier.verify(null, checkpoint, Integer.MAX_VALUE);
        }

        private Victim victim() {
            long seq = database.sql("select max(seq) - 3 from audit_seal")
                    .query(Long.class)
                    .single();
            UUID id = database.sql("select event_id from audit_seal where seq = :seq")
                    .param("seq", seq)
                    .query(UUID.class)
                    .single();
            return new Victim(seq, id);
        }
    }

    private record Victim(long seq, UUID id) {}

    private List<Map<String, Object>> rows(String action, String object) {
        return database.sql("select * from audit_event where action = :action and object_id = :object")
                .param("action", action)
                .param("object", object)
                .query()
                .listOfRows();
    }

    private int refusals(String action, String reason) {
        return database.sql(
                        "select count(*) from audit_event where action = :action and reason = :reason and outcome = 'REFUSED'")
                .param("action", action)
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    private List<String> refusedFor(Staffing.Member member) {
        return database.sql(
                        "select action || ' ' || reason from audit_event where actor = :actor and outcome = 'REFUSED'")
                .param("actor", member.id().value())
                .query(String.class)
                .list();
    }

    private boolean granted(String table, String right) {
        return database.sql("select has_table_privilege('qihang_app', :table, :right)")
                .param("table", table)
                .param("right", right)
                .query(Boolean.class)
                .single();
    }
}
