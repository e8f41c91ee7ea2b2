package io.qihang.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Counts the SQL statements one request causes; what sweeps do at the same time does not count. */
public class SqlCount {

    private static final String MARK = "X-Sql-Count";

    /** Stands among the counted where a transaction was committed. */
    private static final String COMMIT = "COMMIT";

    private final Map<String, List<String>> counted = new ConcurrentHashMap<>();

    SqlCount() {}

    /** What a request asked of the database: its statements in order, and how many transactions it committed. */
    public record Count(List<String> statements, long transactions) {}

    /** The statements of a request, in order. */
    public List<String> of(Api caller, Function<Api, Api.Reply> request) {
        return count(caller, request).statements();
    }

    /** The statements of a request with its transactions; a batch counts once. */
    public Count count(Api caller, Function<Api, Api.Reply> request) {
        String mark = UUID.randomUUID().toString();
        counted.put(mark, new CopyOnWriteArrayList<>());
        Api.Reply reply = request.apply(caller.with(MARK, mark));
        if (reply.status() >= 300) throw new AssertionError("counted a refused request: " + reply);
        List<String> all = java.util.Objects.requireNonNull(counted.remove(mark));
        return new Count(
                all.stream().filter(it -> !it.equals(COMMIT)).toList(),
                all.stream().filter(COMMIT::equals).count());
    }

    DataSource over(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return proxy(Connection.class, super.getConnection(), null);
            }
        };
    }

    private <T> T proxy(Class<T> type, T target, @Nullable String prepared) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                count(prepared == null ? String.valueOf(arguments[0]) : prepared);
            }
            if (target instanceof Connection && method.getName().equals("commit")) count(COMMIT);
            Object result = call(target, method, arguments);
            if (result instanceof PreparedStatement statement
                    && method.getName().equals("prepareStatement")) {
                return proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            if (result instanceof Statement statement && method.getName().equals("createStatement")) {
                return proxy(Statement.class, statement, null);
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(SqlCount.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void count(String sql) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) return;
        String mark = request.getRequest().getHeader(MARK);
        List<String> own = mark == null ? null : counted.get(mark);
        if (own != null) own.add(sql);
    }
}
