package bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.domain.Totp;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Figures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The demo system on its embedded services, its JVM's processor time per request beside that of {@link
 * BareApplication}, both on the same PostgreSQL and with the same JVM options.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemBench {

    private static final int WARM_UP = Integer.getInteger("qihang.requests", 20_000);
    /** After one, the compiler is still at work, and a part of what it costs is counted as the requests'. */
    private static final int WARM_UPS = 2;

    private static final int REQUESTS = WARM_UP;
    private static final int ROUNDS = 10;
    private static final int AT_A_TIME = REQUESTS / ROUNDS;
    private static final int PAGES = WARM_UP / 4;
    private static final Duration NEXT_CODE = Duration.ofSeconds(30);
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
    /** As {@code mvn spring-boot:test-run} starts it. */
    private static final List<String> DEMO_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m");

    @TempDir
    static Path folder;

    private final Deque<Jvm> running = new ArrayDeque<>();
    private Jvm system;
    private Jvm bare;
    private JdbcClient database;
    private String token;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        demo(DEMO_OPTIONS, List.of()).kill();
        try (Jvm second = demo(DEMO_OPTIONS, List.of())) {
            Figures.put("start.ready_s", second.readySeconds());
        }
        system = demo(
                OPTIONS,
                List.of(
                        "-Dqihang.limits.per-account.READ=100000000",
                        "-Dqihang.limits.per-account.WRITE=100000000",
                        "-Dqihang.limits.per-address.READ=100000000",
                        "-Dqihang.limits.per-address.WRITE=100000000"));
        running.push(system);
        String url = "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/qihang";
        database =
                JdbcClient.create(new SimpleDriverDataSource(new org.postgresql.Driver(), url, "postgres", "postgres"));
        database.sql("""
                create table bare_item as
                select id, number, title, category, content, received_at from ticket
                """).update();
        database.sql("alter table bare_item add primary key (id)").update();
        int port = Jvm.freePort();
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(
                "-Dserver.port=" + port,
                "-Dspring.datasource.url=" + url,
                "-Dspring.datasource.username=postgres",
                "-Dspring.datasource.password=postgres"));
        options.addAll(BareApplication.COMMAND);
        bare = Jvm.start(options, port, null, folder);
        running.push(bare);
        token = signIn("county");
    }

    @AfterAll
    void stop() {
        running.forEach(Jvm::close);
    }

    @Test
    @Order(1)
    void read_one() throws IOException, InterruptedException, ExecutionException {
        UUID enterprise = anEnterprise();
        UUID item = database.sql("select id from bare_item limit 1")
                .query(UUID.class)
                .single();
        compare("read_one", get("/api/v1/desk/enterprises/" + enterprise), bareGet("/items/" + item));
    }

    @Test
    @Order(2)
    void list_page() throws IOException, InterruptedException, ExecutionException {
        compare("list_page", get("/api/v1/desk/tickets?limit=20"), bareGet("/items"));
    }

    @Test
    @Order(3)
    void create_ticket() throws IOException, InterruptedException, ExecutionException {
        EnterpriseId enterprise = new EnterpriseId(anEnterprise());
        String received = Clock.systemUTC().instant().minusSeconds(3600).toString();
        String ticket = """
                {"category":"other","title":"量一量","content":"（虚构）登记一件诉求要多少处理器时间。","origin":"PHONE",
                "originNote":null,"receivedAt":"%s"}""".formatted(received);
        String item = """
                {"category":"other","title":"量一量","content":"（虚构）登记一件诉求要多少处理器时间。"}""";
        compare(
                "create_ticket",
                () -> post(system.base() + "/api/v1/desk/enterprises/" + enterprise + "/tickets", ticket)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build(),
                () -> post(bare.base() + "/items", item).build());
        Figures.put("create_ticket.bare_ten_cpu_us", Load.cpuMicros(bare, WARM_UP, REQUESTS, () -> post(
                        bare.base() + "/items/ten", item)
                .build()));
    }

    /** A million more enterprises registered this year; the tally is kept with them, as registering does one by one. */
    @Test
    @Order(4)
    void plan_page() throws IOException, InterruptedException, ExecutionException {
        int year = Times.dayOf(Clock.systemUTC().instant()).getYear();
        Supplier<HttpRequest> page = get("/api/v1/desk/plans/" + year);
        double few = Load.cpuMicros(system, WARM_UP, PAGES, page);
        database.sql("""
                insert into enterprise (id, region_code, uscc, name, name_key, unit_code, accepted_at, version)
                select uuidv7(), '371525', '8' || lpad(n::text, 17, '0'), '冠县虚构' || n, '冠县虚构' || n,
                    units.codes[1 + n % array_length(units.codes, 1)], now(), 0
                from generate_series(1, 1000000) n,
                    (select array_agg(distinct unit_code) as codes from enterprise_tally) units
                """).update();
        database.sql("""
                insert into enterprise_place (id, region_code, enterprise_id, kind, unit_code, effective_from, recorded_at,
                    recorded_by, reason, applied)
                select uuidv7(), region_code, id, 'COUNTING', unit_code, (now() at time zone 'Asia/Shanghai')::date, now(),
                    id, '', true
                from enterprise where uscc like '8%'
                """).update();
        database.sql("delete from enterprise_tally").update();
        database.sql("insert into enterprise_tally select * from enterprise_tally_recount")
                .update();
        database.sql("analyze").update();
        double many = Load.cpuMicros(system, PAGES, PAGES, page);
        Figures.put("plan_page.cpu_us", few);
        Figures.put("plan_page.cpu_1m_vs_2k", many / few);
        assertThat(many).isPositive();
    }

    /**
     * Both in turn, a tenth of the requests at a time, and the middle one of the ratios: a machine's speed changes within the
     * minutes a measurement takes. What the system does on its own while the other is asked counts as its cost.
     */
    private void compare(String name, Supplier<HttpRequest> own, Supplier<HttpRequest> other)
            throws IOException, InterruptedException, ExecutionException {
        for (int i = 0; i < WARM_UPS; i++) {
            Load.run(WARM_UP, other);
            Load.run(WARM_UP, own);
        }
        List<Double> ratios = new ArrayList<>();
        double all = 0;
        double allBare = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Duration before = system.cpu();
            Load.run(AT_A_TIME, own);
            double bareMicros = Load.cpuMicros(bare, 0, AT_A_TIME, other);
            double micros = system.cpu().minus(before).toNanos() / 1e3 / AT_A_TIME;
            ratios.add(micros / bareMicros);
            all += micros;
            allBare += bareMicros;
        }
        ratios.sort(Comparator.naturalOrder());
        Figures.put(name + ".cpu_us", all / ROUNDS);
        Figures.put(name + ".bare_cpu_us", allBare / ROUNDS);
        Figures.put(name + ".cpu_vs_bare", (ratios.get(ROUNDS / 2 - 1) + ratios.get(ROUNDS / 2)) / 2);
        assertThat(all).isPositive();
    }

    private Supplier<HttpRequest> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.base() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return () -> request;
    }

    private Supplier<HttpRequest> bareGet(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(bare.base() + path)).build();
        return () -> request;
    }

    private static HttpRequest.Builder post(String uri, String body) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private UUID anEnterprise() {
        return database.sql("select id from enterprise order by id limit 1")
                .query(UUID.class)
                .single();
    }

    private Jvm demo(List<String> options, List<String> settings) throws IOException, InterruptedException {
        int port = Jvm.freePort();
        List<String> all = new ArrayList<>(options);
        all.addAll(settings);
        all.addAll(List.of(
                "-Dqihang.data=" + folder.resolve("demo"),
                "-Dserver.port=" + port,
                "-Dqihang.simulator-port=" + Jvm.freePort(),
                "-Dqihang.s3-port=" + Jvm.freePort(),
                "io.qihang.embedded.TestQihangApplication"));
        return Jvm.start(all, port, "企航已启动", folder);
    }

    private String postgresPort() throws IOException {
        return Files.readAllLines(folder.resolve("demo/postgres/postmaster.pid"))
                .get(3);
    }

    private String signIn(String login) throws IOException {
        String[] account = Files.readAllLines(folder.resolve("demo/demo-accounts.txt")).stream()
                .filter(it -> it.startsWith(login + " "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        String secret = account[2].replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
        Api api = new Api(system.base());
        String challenge = api.post("/api/v1/desk/sign-in/password", Map.of("loginName", login, "password", account[1]))
                .expect(200)
                .at("/challenge");
        String code = Totp.code(secret, Clock.systemUTC().instant().plus(NEXT_CODE));
        return api.post("/api/v1/desk/sign-in/second-factor", Map.of("challenge", challenge, "code", code))
                .expect(200)
                .at("/token");
    }
}
