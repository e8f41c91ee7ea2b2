package bench;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Spring MVC and JDBC and nothing else: no sign-in, no scope, no audit. What everything else is measured against. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class BareApplication {

    /** Starts it without a main method of its own, for the demo is the only test class that has one. */
    static final List<String> COMMAND = List.of(
            SpringApplication.class.getName(),
            "--spring.main.sources=" + BareApplication.class.getName() + "," + Endpoint.class.getName());

    record Item(UUID id, String number, String title, String category, String content, OffsetDateTime receivedAt) {}

    record NewItem(String title, String category, String content) {}

    @RestController
    static class Endpoint {

        private static final String COLUMNS =
                "select id, number, title, category, content, received_at from bare_item ";

        private static final int STATEMENTS = 10;

        private final JdbcClient database;
        private final TransactionTemplate transaction;

        Endpoint(JdbcClient database, PlatformTransactionManager transactions) {
            this.database = database;
            this.transaction = new TransactionTemplate(transactions);
        }

        @GetMapping("/items/{id}")
        Item one(@PathVariable UUID id) {
            return database.sql(COLUMNS + "where id = ?")
                    .param(id)
                    .query(Item.class)
                    .single();
        }

        @GetMapping("/items")
        List<Item> page() {
            return database.sql(COLUMNS + "order by id desc limit 20")
                    .query(Item.class)
                    .list();
        }

        @PostMapping("/items")
        UUID add(@RequestBody NewItem item) {
            UUID id = UUID.randomUUID();
            database.sql("insert into bare_item values (?, ?, ?, ?, ?, now())")
                    .params(id, id.toString(), item.title(), item.category(), item.content())
                    .update();
            return id;
        }

        /** As many statements in one transaction as a ticket takes, and nothing else. */
        @PostMapping("/items/ten")
        void addTen(@RequestBody NewItem item) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < STATEMENTS; i++) add(item);
            });
        }
    }
}
