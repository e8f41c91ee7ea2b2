package io.qihang.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Someone with full power over the database, as an attacker or an operator may have. */
public class Superuser {

    private final String url;
    private final JdbcClient database;

    Superuser(String url) {
        this.url = url;
        DataSource source = new SingleConnectionDataSource(url, "postgres", "", true);
        this.database = JdbcClient.create(source);
    }

    public JdbcClient database() {
        return database;
    }

    /** Processor time the server's running processes have used, user and system, to the hundredth of a second. */
    public Duration processorTime() {
        long own = database.sql("select pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(own)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .children()
                .flatMap(it -> it.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How a statement with parameters $1, $2 … would be executed if sorting were to be avoided. */
    public List<String> explained(String statement) {
        // the extended protocol asks for the parameters' values
        var simple = new DriverManagerDataSource(url, "postgres", "");
        Properties mode = new Properties();
        mode.put("preferQueryMode", "simple");
        mode.put("options", "-c enable_sort=off");
        simple.setConnectionProperties(mode);
        return JdbcClient.create(simple)
                .sql("explain (generic_plan, costs off) " + statement)
                .query(String.class)
                .list();
    }

    /** Everything every table holds, as text: what a stolen backup would show. */
    public String dump() {
        var text = new StringBuilder();
        for (String table : database.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            database.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(it -> text.append(it).append('\n'));
        }
        return text.toString();
    }

    /** A fresh database prepared as the installation guide says; returns its address. */
    public String createDatabase(String name, String url) throws IOException {
        database.sql("drop database if exists " + name).update();
        database.sql("create database " + name).update();
        String fresh = url.replaceAll("/[^/]+$", "/" + name);
        JdbcClient.create(new DriverManagerDataSource(fresh, "postgres", ""))
                .sql(Files.readString(Path.of("deploy", "postgres", "roles.sql")))
                .update();
        return fresh;
    }
}
