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

    private final Map<String, List<String>> statements = new ConcurrentHashMap<>();

    SqlCount() {}

    /** The statements of a request, in order. */
    public List<String> of(Api caller, Function<Api, Api.Reply> request) {
        String mark = UUID.randomUUID().toString();
        statements.put(mark, new CopyOnWriteArrayList<>());
        Api.Reply reply = request.apply(caller.with(MARK, mark));
        if (reply.status() >= 300) throw new AssertionError("counted a refused request: " + reply);
        return List.copyOf(java.util.Objects.requireNonNull(statements.remove(mark)));
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
        List<String> counted = mark == null ? null : statements.get(mark);
        if (counted != null) counted.add(sql);
    }
}
