package io.qihang.platform.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.testing.SystemTest;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself ends what takes too long; nothing else bounds a statement. */
@SystemTest
class StatementLimitTests {

    @Autowired
    DataSource pool;

    @Autowired
    TransactionTemplate transaction;

    private JdbcClient database;

    @BeforeEach
    void open() {
        database = JdbcClient.create(pool);
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout, 10s", "lock_timeout, 3s", "idle_in_transaction_session_timeout, 30s"})
    void every_connection_has_its_limits(String name, String limit) {
        assertThat(settingOf(name)).isEqualTo(limit);
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_and_only_its_transaction_may_wait_longer() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    limitTo("200ms");
                    database.sql("select pg_sleep(5) is null")
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        transaction.executeWithoutResult(status -> {
            limitTo("120s");
            assertThat(settingOf("statement_timeout")).isEqualTo("2min");
        });
        assertThat(settingOf("statement_timeout")).isEqualTo("10s");
    }

    private void limitTo(String time) {
        database.sql("select set_config('statement_timeout', :time, true)")
                .param("time", time)
                .query(String.class)
                .single();
    }

    private String settingOf(String name) {
        return database.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
