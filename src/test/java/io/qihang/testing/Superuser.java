package io.qihang.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Someone with full power over the database, as an attacker or an operator may have. */
public class Superuser {

    private final JdbcClient database;

    Superuser(String url) {
        DataSource source = new SingleConnectionDataSource(url, "postgres", "", true);
        this.database = JdbcClient.create(source);
    }

    public JdbcClient database() {
        return database;
    }
}
