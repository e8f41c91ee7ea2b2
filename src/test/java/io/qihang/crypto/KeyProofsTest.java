package io.qihang.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.testing.SystemTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@SystemTest
class KeyProofsTest {

    private static final String D1 = Keys.data("d1");
    private static final String I1 = Keys.mac("i1");
    private static final String A1 = Keys.mac("a1");

    @Autowired
    JdbcConnectionDetails details;

    @Autowired
    Clock clock;

    private SingleConnectionDataSource connection;
    private JdbcClient database;

    /** A table of the same shape that only this connection sees, as empty as that of a new installation. */
    @BeforeEach
    void emptyTable() {
        connection = new SingleConnectionDataSource(details.getJdbcUrl(), "postgres", "", true);
        database = JdbcClient.create(connection);
        database.sql("create temp table crypto_key (like public.crypto_key including all)")
                .update();
    }

    @AfterEach
    void close() {
        connection.destroy();
    }

    @Test
    void the_first_start_leaves_a_proof_of_every_key_and_no_key() {
        start(List.of(D1), List.of(I1), List.of(A1));

        assertThat(database.sql("select key_id from crypto_key order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("a1", "d1", "i1");
        assertThat(database.sql("select string_agg(k::text, ' ') from crypto_key k")
                        .query(String.class)
                        .single())
                .doesNotContain(bare(D1), bare(I1), bare(A1));
    }

    @Test
    void the_same_keys_start_again() {
        start(List.of(D1), List.of(I1), List.of(A1));
        assertThatCode(() -> start(List.of(D1), List.of(I1), List.of(A1))).doesNotThrowAnyException();
    }

    @Test
    void a_ring_is_turned_one_key_after_the_other() {
        String d2 = Keys.data("d2");
        start(List.of(D1), List.of(I1), List.of(A1));
        start(List.of(D1, d2), List.of(I1), List.of(A1));
        start(List.of(d2, D1), List.of(I1), List.of(A1));
        assertThatCode(() -> start(List.of(d2), List.of(I1), List.of(A1))).doesNotThrowAnyException();
    }

    @Test
    void another_key_under_a_known_id_is_refused_in_every_ring() {
        start(List.of(D1), List.of(I1), List.of(A1));

        assertThatThrownBy(() -> start(List.of(Keys.data("d1")), List.of(I1), List.of(A1)))
                .isInstanceOf(KeySettingException.class)
                .hasMessageContaining("qihang.crypto.data-keys 的密钥 d1 不是这个数据库以前用的那一个");
        assertThatThrownBy(() -> start(List.of(D1), List.of(Keys.mac("i1")), List.of(A1)))
                .hasMessageContaining("qihang.crypto.index-keys 的密钥 i1");
        assertThatThrownBy(() -> start(List.of(D1), List.of(I1), List.of(Keys.mac("a1"))))
                .hasMessageContaining("qihang.crypto.audit-keys 的密钥 a1");
    }

    @Test
    void a_known_id_in_another_ring_is_refused() {
        start(List.of(D1), List.of(I1), List.of(A1));
        String a2 = Keys.mac("a2");
        start(List.of(D1), List.of(I1), List.of(A1, a2));
        assertThatThrownBy(() -> start(List.of(D1), List.of(I1, A1), List.of(a2)))
                .isInstanceOf(KeySettingException.class)
                .hasMessageContaining("qihang.crypto.index-keys 的密钥 a1");
    }

    @Test
    void a_ring_without_any_known_key_is_refused_and_leaves_nothing() {
        start(List.of(D1), List.of(I1), List.of(A1));

        assertThatThrownBy(() -> start(List.of(Keys.data("x1")), List.of(I1), List.of(A1)))
                .isInstanceOf(KeySettingException.class)
                .hasMessageContaining("数据库里的数据用的是密钥 d1，配置 qihang.crypto.data-keys 里一个也没有")
                .hasMessageContaining("备份那时的密钥");
        assertThat(database.sql("select count(*) from crypto_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private void start(List<String> data, List<String> index, List<String> audit) {
        var crypto = new SoftwareCryptoProvider(KeyRing.read(Keys.settings(data, index, audit)), Keys.RANDOM);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
        new KeyProofs(crypto, database, transaction, clock).check();
    }

    private static String bare(String entry) {
        return entry.substring(entry.indexOf(':') + 1);
    }
}
