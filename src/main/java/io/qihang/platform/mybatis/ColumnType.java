package io.qihang.platform.mybatis;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * How a value type is kept in a column. Modules declare one bean per type; MyBatis knows handlers by Java type only,
 * since constructor mapping ignores those on fields.
 */
public record ColumnType<T>(Class<T> type, TypeHandler<T> handler) {

    /** A typed id over a {@code uuid} column. */
    public static <T> ColumnType<T> id(Class<T> type, Function<UUID, T> wrap, Function<T, UUID> unwrap) {
        return new ColumnType<>(type, new ValueHandler<>(UUID.class, wrap, unwrap));
    }

    /** A value over a {@code text} column. */
    public static <T> ColumnType<T> text(Class<T> type, Function<String, T> wrap, Function<T, String> unwrap) {
        return new ColumnType<>(type, new ValueHandler<>(String.class, wrap, unwrap));
    }

    /** A record kept as {@code jsonb}. */
    public static <T> ColumnType<T> json(Class<T> type) {
        return new ColumnType<>(type, new JsonbHandler<>(type));
    }

    /**
     * Codes as one parameter, for {@code = any (…)}: the statement is the same however many there are. For reading
     * single rows only, since PostgreSQL gives no page in an index's order by it. Named in the parameter as its
     * {@code typeHandler}.
     */
    public static final class Codes extends BaseTypeHandler<Collection<?>> {

        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, Collection<?> codes, JdbcType type)
                throws SQLException {
            Object[] texts = codes.stream().map(Object::toString).toArray();
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
        }

        @Override
        public @Nullable Collection<?> getNullableResult(ResultSet rows, String name) throws SQLException {
            return read(rows.getArray(name));
        }

        @Override
        public @Nullable Collection<?> getNullableResult(ResultSet rows, int index) throws SQLException {
            return read(rows.getArray(index));
        }

        @Override
        public @Nullable Collection<?> getNullableResult(CallableStatement call, int index) throws SQLException {
            return read(call.getArray(index));
        }

        private static @Nullable Collection<?> read(@Nullable Array codes) throws SQLException {
            return codes == null ? null : List.of((Object[]) codes.getArray());
        }
    }
}
