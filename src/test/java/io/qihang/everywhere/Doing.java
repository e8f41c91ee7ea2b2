package io.qihang.everywhere;

import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.Operations;
import io.qihang.testing.Operations.Operation;
import io.qihang.testing.Township;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does audited actions over HTTP and notes what is missing in the audit afterwards. */
final class Doing {

    private final Operations operations;
    private final Map<String, String> actions;
    private final JdbcClient database;
    private final Limits limits;
    private final Set<String> done = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    /** @param actions the audited action by operation */
    Doing(Operations operations, Map<String, String> actions, JdbcClient database, Limits limits) {
        this.operations = operations;
        this.actions = actions;
        this.database = database;
        this.limits = limits;
    }

    /** Somebody at work. */
    record Who(Api api, String account, String role, String client) {

        static Who of(Township township, String column) {
            boolean phone = column.equals("PERSON") || column.equals("PHONE_COMMISSIONER");
            String role = column.replace("PHONE_", "");
            return new Who(township.caller(column), township.id(column), role, phone ? "PHONE" : "CONSOLE");
        }

        static Who person(io.qihang.testing.Phones.Person person) {
            return new Who(person.api(), person.id().toString(), "PERSON", "PHONE");
        }
    }

    /** A row of the audit. */
    record Row(
            @Nullable UUID actor,
            String roles,
            String client,
            String action,
            String objectType,
            String objectId,
            String outcome,
            String reason,
            String summary,
            String sourceAddress,
            String traceId) {}

    Set<String> done() {
        return done;
    }

    List<String> faults() {
        return faults;
    }

    /** Does an action that must succeed and leave one row. */
    Api.Reply does(Who who, String method, String path, @Nullable Object body) {
        return does(who, method, path, it -> it.once().send(method, path, body));
    }

    /** Reads what is recorded when it is read. */
    Api.Reply reads(Who who, String path) {
        return does(who, "GET", path, it -> it.get(path));
    }

    /** The same for a request of another form. */
    Api.Reply does(Who who, String method, String path, Function<Api, Api.Reply> request) {
        Operation operation = operations.at(method, path);
        limits.forget();
        OffsetDateTime before = now();
        Api.Reply reply = request.apply(who.api());
        if (reply.status() >= 300) throw new AssertionError(operation.id() + " is refused: " + reply);
        done.add(operation.id());
        List<Row> rows = rowsSince(before);
        String expected = java.util.Objects.requireNonNull(actions.get(operation.id()), operation.id());
        for (String fault : faults(who, expected, rows)) {
            faults.add(operation.id() + ": " + fault + " in " + rows);
        }
        return reply;
    }

    private static List<String> faults(Who who, String action, List<Row> rows) {
        if (rows.size() != 1) return List.of(rows.size() + " rows");
        Row row = rows.get(0);
        List<String> faults = new ArrayList<>();
        if (!row.action().equals(action)) faults.add("not " + action);
        if (!who.account().equals(String.valueOf(row.actor()))) faults.add("not by " + who.account());
        if (!row.roles().equals(who.role())) faults.add("not as " + who.role());
        if (!row.client().equals(who.client())) faults.add("not on " + who.client());
        if (row.objectType().isBlank() || row.objectId().isBlank()) faults.add("no object");
        if (!row.outcome().equals("DONE") || !row.reason().isEmpty()) faults.add("not done");
        if (row.summary().isBlank()) faults.add("no summary");
        if (!row.sourceAddress().equals("127.0.0.1")) faults.add("no source address");
        if (!row.traceId().matches("[0-9a-f]{16}")) faults.add("no trace id");
        return faults;
    }

    OffsetDateTime now() {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
    }

    /** The rows of requests, those of sweeps left out. */
    List<Row> rowsSince(OffsetDateTime before) {
        return database.sql("""
                        select actor, roles, client, action, object_type, object_id, outcome, reason, summary,
                            source_address, trace_id
                        from audit_event where recorded_at > :before and trace_id <> '' order by recorded_at, id
                        """).param("before", before).query(Row.class).list();
    }
}
