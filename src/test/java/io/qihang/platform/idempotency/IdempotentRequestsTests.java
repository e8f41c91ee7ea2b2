package io.qihang.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.testing.MovableClock;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class IdempotentRequestsTests {

    private static final String OPERATION = "submitSomething";

    @Autowired
    IdempotentRequests requests;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private final UUID actor = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    record Order(String what, int amount) {}

    record Receipt(UUID number, String what) {}

    @AfterEach
    void now() {
        clock.reset();
    }

    @Nested
    class The_same_key {

        @Test
        void and_body_has_one_effect_and_the_same_answer() {
            Receipt first = submit(key, new Order("税", 1));
            Receipt second = submit(key, new Order("税", 1));
            assertThat(second).isEqualTo(first);
            assertThat(effects()).isEqualTo(1);
        }

        @Test
        void with_another_body_is_refused() {
            submit(key, new Order("税", 1));
            Problem refused = refusal(key, new Order("税", 2));
            assertThat(refused.code()).isEqualTo(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
            assertThat(refused.code().status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(effects()).isEqualTo(1);
        }

        @Test
        void of_another_person_or_for_another_operation_is_another_key() {
            submit(key, new Order("税", 1));
            requests.once(
                    actor,
                    "otherOperation",
                    key,
                    new Order("税", 1),
                    Receipt.class,
                    IdempotentRequestsTests.this::effect);
            requests.once(
                    UUID.randomUUID(),
                    OPERATION,
                    key,
                    new Order("税", 1),
                    Receipt.class,
                    IdempotentRequestsTests.this::effect);
            assertThat(effects()).isEqualTo(3);
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 10, 50})
        void sent_at_the_same_time_has_one_effect(int times) throws Exception {
            var together = new CyclicBarrier(times);
            List<Receipt> answers = new ArrayList<>();
            List<Problem> refusals = new ArrayList<>();
            for (Future<Receipt> sent : atOnce(times, () -> {
                together.await();
                return submit(key, new Order("税", 1));
            })) {
                try {
                    answers.add(sent.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Problem.class);
                    refusals.add((Problem) Objects.requireNonNull(e.getCause()));
                }
            }
            assertThat(effects()).isEqualTo(1);
            assertThat(answers).isNotEmpty().containsOnly(answers.get(0));
            assertThat(refusals).allSatisfy(it -> {
                assertThat(it.code()).isEqualTo(PlatformProblem.IDEMPOTENCY_KEY_IN_PROGRESS);
                assertThat(it.code().status()).isEqualTo(HttpStatus.CONFLICT);
                assertThat(it.retryAfter()).isNotNull();
            });
            assertThat(submit(key, new Order("税", 1))).isEqualTo(answers.get(0));
        }

        @Test
        void is_refused_with_a_time_to_wait_while_the_first_is_at_work() throws Exception {
            var begun = new CyclicBarrier(2);
            var goOn = new CyclicBarrier(2);
            var worker = Executors.newSingleThreadExecutor();
            try {
                var first = worker.submit(
                        () -> requests.once(actor, OPERATION, key, new Order("税", 1), Receipt.class, () -> {
                            meet(begun);
                            meet(goOn);
                            return effect();
                        }));
                meet(begun);
                assertThat(refusal(key, new Order("税", 1)).code())
                        .isEqualTo(PlatformProblem.IDEMPOTENCY_KEY_IN_PROGRESS);
                meet(goOn);
                assertThat(first.get()).isEqualTo(submit(key, new Order("税", 1)));
                assertThat(effects()).isEqualTo(1);
            } finally {
                worker.shutdownNow();
            }
        }
    }

    @Nested
    class A_key_is_kept {

        @Test
        void for_thirty_days() {
            Receipt first = submit(key, new Order("税", 1));
            clock.move(Duration.ofDays(30).minusMinutes(1));
            requests.forgetOld();
            assertThat(submit(key, new Order("税", 1))).isEqualTo(first);
        }

        @Test
        void and_not_longer() {
            Receipt first = submit(key, new Order("税", 1));
            clock.move(Duration.ofDays(30).plusMinutes(1));
            requests.forgetOld();
            assertThat(submit(key, new Order("税", 1))).isNotEqualTo(first);
        }
    }

    @Nested
    class Effect_and_key {

        @Test
        void are_both_gone_when_the_work_fails_after_writing() {
            assertThatThrownBy(() -> requests.once(actor, OPERATION, key, new Order("税", 1), Receipt.class, () -> {
                        effect();
                        throw new IllegalStateException("after the write");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(effects()).isZero();
            assertThat(keys()).isZero();
            submit(key, new Order("税", 1));
            assertThat(effects()).isEqualTo(1);
        }

        @Test
        void are_both_gone_when_the_transaction_around_them_rolls_back() {
            transaction.executeWithoutResult(status -> {
                submit(key, new Order("税", 1));
                status.setRollbackOnly();
            });
            assertThat(effects()).isZero();
            assertThat(keys()).isZero();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "with space in it", "引号引号引号引号", "'; drop table x; --"})
    void a_missing_or_malformed_key_is_refused(@Nullable String malformed) {
        Problem refused = refusal(malformed, new Order("税", 1));
        assertThat(refused.code()).isEqualTo(PlatformProblem.IDEMPOTENCY_KEY_MISSING);
        assertThat(refused.code().status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(effects()).isZero();
    }

    private Receipt submit(@Nullable String idempotencyKey, Order order) {
        return requests.once(actor, OPERATION, idempotencyKey, order, Receipt.class, this::effect);
    }

    private Problem refusal(@Nullable String idempotencyKey, Order order) {
        return catchThrowableOfType(Problem.class, () -> submit(idempotencyKey, order));
    }

    /** Leaves a row that can be counted, in the transaction of the caller. */
    private Receipt effect() {
        UUID number = UUID.randomUUID();
        database.sql("""
                        insert into idempotency_key (actor_id, operation, key, request_digest, answer, created_at)
                        values (?, 'effect', ?, '', '', now())
                        """).params(actor, number.toString()).update();
        return new Receipt(number, "税");
    }

    private int effects() {
        return count("effect");
    }

    private int keys() {
        return count(OPERATION);
    }

    private int count(String operation) {
        return database.sql("select count(*) from idempotency_key where actor_id = ? and operation = ?")
                .params(actor, operation)
                .query(Integer.class)
                .single();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<Future<T>> atOnce(int times, Callable<T> call) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(times);
        try {
            return workers.invokeAll(Collections.nCopies(times, call));
        } finally {
            workers.shutdown();
        }
    }
}
