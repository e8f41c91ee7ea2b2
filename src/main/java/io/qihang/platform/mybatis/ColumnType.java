package io.qihang.platform.mybatis;

import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.type.TypeHandler;

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
}
