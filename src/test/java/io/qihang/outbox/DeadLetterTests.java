package io.qihang.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Every committed event is handled, or lies where somebody sees it; one that cannot be handled stops no other. */
@SystemTest
@ExtendWith(OutputCaptureExtension.class)
class DeadLetterTests {

    private static final String PATH = "/api/v1/desk/dead-letters";
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final int TRIES = 8;

    @Autowired
    Poison poison;

    @Autowired
    EventSweep sweep;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    private final UUID bad = UUID.randomUUID();

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    @AfterEach
    void heal() {
        poison.heal(bad);
        clock.reset();
    }

    private void publish(UUID id) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Poison.Sent(id, 1)));
    }

    /** Tries the event until it is laid down, each time when its pause is over. */
    private void spend(UUID id) {
        poison.spoil(id);
        publish(id);
        for (int number = 1; number <= TRIES; number++) {
            int tries = number;
            await().atMost(A_WHILE).until(() -> poison.tries(id) == tries && isFailed(id));
            clock.move(Duration.ofMinutes(11));
            sweep.run();
        }
        await().atMost(A_WHILE).until(() -> isDead(id));
    }

    private boolean isFailed(UUID id) {
        return is(id, "status = 'FAILED' and last_error is not null");
    }

    private boolean isDead(UUID id) {
        return is(id, "dead_since is not null");
    }

    private boolean is(UUID id, String state) {
        return database.sql("select count(*) from event_publication where serialized_event like ? and " + state)
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Optional<JsonNode> find(Api admin, String publication) {
        return admin.get(PATH + "?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString("").equals(publication))
                .findFirst();
    }

    private String publication(UUID id) {
        return database.sql("select id from event_publication where serialized_event like ?")
                .param("%" + id + "%")
                .query(UUID.class)
                .single()
                .toString();
    }

    @Test
    void an_event_that_always_fails_is_laid_down_after_eight_tries_and_others_go_on(CapturedOutput output) {
        spend(bad);
        UUID good = UUID.randomUUID();
        publish(good);
        await().atMost(A_WHILE).until(() -> poison.hasHandled(good));
        clock.move(Duration.ofHours(1));
        sweep.run();
        String publication = publication(bad);
        assertThat(poison.tries(bad)).isEqualTo(TRIES);
        assertThat(output.getOut().lines().filter(it -> it.contains(publication) && it.contains("WARN")))
                .hasSize(1);

        Api admin = staffing.hire(Role.SYSTEM_ADMIN).api();
        JsonNode letter = find(admin, publication).orElseThrow();
        assertThat(letter.path("dead").asBoolean()).isTrue();
        assertThat(letter.path("event").asString()).endsWith("Sent");
        assertThat(letter.path("listener").asString()).isEqualTo("Poison.on");
        assertThat(letter.path("tries").asInt()).isEqualTo(TRIES);
        assertThat(letter.path("lastError").asString()).isEqualTo("IllegalStateException");
        assertThat(letter.toString()).doesNotContain(Poison.PERSONAL).doesNotContain(bad.toString());
    }

    @Test
    void sent_again_after_its_cause_is_gone_it_is_handled_and_leaves_the_list() {
        spend(bad);
        String publication = publication(bad);
        Api admin = staffing.hire(Role.SYSTEM_ADMIN).api();
        poison.heal(bad);
        admin.post(PATH + "/" + publication + "/retry", "").expect(204);
        sweep.run();
        await().atMost(A_WHILE).until(() -> poison.hasHandled(bad));
        await().atMost(A_WHILE).until(() -> find(admin, publication).isEmpty());
        admin.post(PATH + "/" + publication + "/retry", "").expect(404, "NOT_FOUND");
        assertThat(database.sql("select outcome from audit_event where action = 'dead-letter.retry' and object_id = ?")
                        .param(publication)
                        .query(String.class)
                        .list())
                .containsExactly("DONE");
    }

    @Test
    void between_its_tries_it_waits_longer_and_longer_and_is_seen_waiting() {
        poison.spoil(bad);
        publish(bad);
        await().atMost(A_WHILE).until(() -> isFailed(bad));
        assertThat(pause(bad)).isBetween(10L, 15L);
        Api admin = staffing.hire(Role.SYSTEM_ADMIN).api();
        JsonNode letter = find(admin, publication(bad)).orElseThrow();
        assertThat(letter.path("dead").asBoolean()).isFalse();
        assertThat(letter.path("nextTryAt").asString()).isNotEmpty();
        clock.move(Duration.ofSeconds(16));
        sweep.run();
        await().atMost(A_WHILE).until(() -> poison.tries(bad) == 2 && isFailed(bad));
        assertThat(pause(bad)).isBetween(20L, 30L);
        poison.heal(bad);
        clock.move(Duration.ofSeconds(31));
        sweep.run();
        await().atMost(A_WHILE).until(() -> poison.hasHandled(bad));
    }

    private long pause(UUID id) {
        var next = database.sql("select next_try_at from event_publication where serialized_event like ?")
                .param("%" + id + "%")
                .query(java.time.OffsetDateTime.class)
                .single();
        return Duration.between(clock.instant(), next).toSeconds();
    }

    @Test
    void what_a_killed_node_left_behind_is_handled_once_it_must_be_dead() {
        UUID left = UUID.randomUUID();
        String publication = leftBehind(left);
        sweep.run();
        assertThat(poison.tries(left)).isZero();
        clock.move(Duration.ofSeconds(46));
        sweep.run();
        await().atMost(A_WHILE).until(() -> poison.hasHandled(left));
        await().atMost(A_WHILE)
                .until(() -> database.sql("select count(*) from event_publication where id = ?::uuid")
                                .param(publication)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void an_event_no_version_can_read_any_more_becomes_a_dead_letter_too() {
        UUID left = UUID.randomUUID();
        String publication = leftBehind(left);
        database.sql("update event_publication set event_type = 'io.qihang.gone.Forgotten' where id = ?::uuid")
                .param(publication)
                .update();
        for (int number = 0; number <= TRIES; number++) {
            clock.move(Duration.ofMinutes(11));
            sweep.run();
        }
        await().atMost(A_WHILE).until(() -> isDead(left));
        assertThat(poison.tries(left)).isZero();
    }

    /** An event that was being handled at this moment by a node that no longer exists. */
    private String leftBehind(UUID id) {
        UUID publication = UUID.randomUUID();
        database.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
                            status, completion_attempts)
                        values (:id, :listener, :type, :event, :now, 'PROCESSING', 1)
                        """)
                .param("id", publication)
                .param("listener", Poison.class.getName() + ".on(" + Poison.Sent.class.getName() + ")")
                .param("type", Poison.Sent.class.getName())
                .param("event", "{\"id\":\"" + id + "\",\"schemaVersion\":1}")
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        return publication.toString();
    }
}
