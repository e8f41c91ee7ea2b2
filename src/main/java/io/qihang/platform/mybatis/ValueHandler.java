package io.qihang.platform.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Wraps what the driver reads and writes (uuid, text) in a value type. */
class ValueHandler<C, T> extends BaseTypeHandler<T> {

    private final Class<C> column;
    private final Function<C, T> wrap;
    private final Function<T, C> unwrap;

    ValueHandler(Class<C> column, Function<C, T> wrap, Function<T, C> unwrap) {
        this.column = column;
        this.wrap = wrap;
        this.unwrap = unwrap;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, T value, JdbcType type)
            throws SQLException {
        statement.setObject(index, unwrap.apply(value));
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, String name) throws SQLException {
        return wrapped(rows.getObject(name, column));
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, int index) throws SQLException {
        return wrapped(rows.getObject(index, column));
    }

    @Override
    public @Nullable T getNullableResult(CallableStatement call, int index) throws SQLException {
        return wrapped(call.getObject(index, column));
    }

    private @Nullable T wrapped(@Nullable C value) {
        return value == null ? null : wrap.apply(value);
    }
}
