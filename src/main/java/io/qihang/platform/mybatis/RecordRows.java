package io.qihang.platform.mybatis;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.ExecutorException;
import org.apache.ibatis.executor.resultset.DefaultResultSetHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.executor.resultset.ResultSetWrapper;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Fills constructors by argument name like MyBatis, but finds out once per statement which column goes where. MyBatis
 * asks reflection for the parameters and compares every name with every column anew for each row, which cost more than
 * the query itself. An argument no column is named after, whose type is a record no column can hold, is made of the
 * same columns. A statement that is anything but one type with one constructor is left to MyBatis.
 */
class RecordRows implements Interceptor {

    private static final Field STATEMENT = field("mappedStatement");
    private static final Field BOUNDS = field("rowBounds");

    private final Map<String, Optional<Constructor<?>>> constructors = new ConcurrentHashMap<>();
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    /** What a constructor argument is made of. */
    private interface Source {

        @Nullable
        Object value(ResultSet rows) throws SQLException;
    }

    /** A column, counted from 1, and how it is read. */
    private record Column(int place, TypeHandler<?> handler) implements Source {

        @Override
        public @Nullable Object value(ResultSet rows) throws SQLException {
            return handler.getResult(rows, place);
        }
    }

    /** Which columns each constructor argument is read from, valid for a result with these columns. */
    private record Plan(List<String> columns, Constructor<?> constructor, List<Source> arguments) implements Source {

        @Override
        public @Nullable Object value(ResultSet rows) throws SQLException {
            Object[] values = new Object[arguments.size()];
            boolean found = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(rows);
                found |= values[i] != null;
            }
            if (!found) return null;
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new ExecutorException("a row cannot be a " + constructor.getDeclaringClass(), e.getCause());
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                throw new ExecutorException("a row cannot be a " + constructor.getDeclaringClass(), e);
            }
        }
    }

    /** MyBatis offers everything it makes for a statement; its own proxy is made by reflection anew for each. */
    @Override
    public Object plugin(Object target) {
        return target instanceof DefaultResultSetHandler handler ? new Rows(handler) : target;
    }

    /** Called by MyBatis's own proxy, of which there is none. */
    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        return invocation.proceed();
    }

    /** A statement's rows, read here where that is possible. */
    private final class Rows implements ResultSetHandler {

        private final DefaultResultSetHandler handler;

        Rows(DefaultResultSetHandler handler) {
            this.handler = handler;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <E> List<E> handleResultSets(Statement sent) throws SQLException {
            try {
                MappedStatement statement = (MappedStatement) STATEMENT.get(handler);
                var constructor = constructors.computeIfAbsent(statement.getId(), id -> constructorOf(statement));
                if (constructor.isPresent() && BOUNDS.get(handler) == RowBounds.DEFAULT) {
                    return (List<E>) read(sent, statement, constructor.get());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            ResultSetHandler plain = handler;
            return plain.handleResultSets(sent);
        }

        @Override
        public <E> Cursor<E> handleCursorResultSets(Statement sent) throws SQLException {
            return handler.handleCursorResultSets(sent);
        }

        @Override
        public void handleOutputParameters(CallableStatement call) throws SQLException {
            handler.handleOutputParameters(call);
        }
    }

    private List<Object> read(Statement sent, MappedStatement statement, Constructor<?> constructor)
            throws SQLException {
        List<Object> read = new ArrayList<>();
        try (ResultSet rows = sent.getResultSet()) {
            Plan plan = plan(rows, statement, constructor);
            while (rows.next()) read.add(plan.value(rows));
        }
        return read;
    }

    private Plan plan(ResultSet rows, MappedStatement statement, Constructor<?> constructor) throws SQLException {
        List<String> columns = columnsOf(rows);
        Plan known = plans.get(statement.getId());
        if (known != null && known.columns().equals(columns)) return known;
        var handlers = statement.getConfiguration().getTypeHandlerRegistry();
        Plan plan = planned(new ResultSetWrapper(rows, statement.getConfiguration()), handlers, columns, constructor);
        plans.put(statement.getId(), plan);
        return plan;
    }

    private static Plan planned(
            ResultSetWrapper rows, TypeHandlerRegistry handlers, List<String> columns, Constructor<?> constructor) {
        List<Source> arguments = new ArrayList<>();
        for (Parameter parameter : constructor.getParameters()) {
            Class<?> type = parameter.getType();
            int place = placeOf(parameter.getName(), columns);
            if (place >= 0) {
                arguments.add(new Column(place + 1, rows.getTypeHandler(type, columns.get(place))));
            } else if (type.isRecord() && !handlers.hasTypeHandler(type)) {
                arguments.add(planned(rows, handlers, columns, onlyOneOf(type)));
            } else {
                throw new ExecutorException(constructor + " takes a column that is not among " + columns);
            }
        }
        return new Plan(columns, constructor, List.copyOf(arguments));
    }

    private static int placeOf(String parameter, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (parameter.equalsIgnoreCase(columns.get(i).replace("_", ""))) return i;
        }
        return -1;
    }

    private static List<String> columnsOf(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<String> columns = new ArrayList<>(about.getColumnCount());
        for (int i = 1; i <= about.getColumnCount(); i++) columns.add(about.getColumnLabel(i));
        return columns;
    }

    /** The one way to make what the statement returns; empty where MyBatis has its own way. */
    private static Optional<Constructor<?>> constructorOf(MappedStatement statement) {
        if (statement.getResultMaps().size() != 1) return Optional.empty();
        ResultMap map = statement.getResultMaps().get(0);
        Class<?> type = map.getType();
        if (!map.getResultMappings().isEmpty() || map.getDiscriminator() != null) return Optional.empty();
        if (statement.getConfiguration().getTypeHandlerRegistry().hasTypeHandler(type)) return Optional.empty();
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1 || constructors[0].getParameterCount() == 0) return Optional.empty();
        return Optional.of(onlyOneOf(type));
    }

    private static Constructor<?> onlyOneOf(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) throw new ExecutorException(type + " has several constructors");
        constructors[0].setAccessible(true);
        return constructors[0];
    }

    private static Field field(String name) {
        try {
            Field field = DefaultResultSetHandler.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("MyBatis keeps its statement elsewhere now", e);
        }
    }
}
