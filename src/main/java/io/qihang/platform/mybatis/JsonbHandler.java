package io.qihang.platform.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record in a {@code jsonb} column. Unknown properties are ignored on reading: during a rolling update the next
 * version may already have written one.
 */
class JsonbHandler<T> extends BaseTypeHandler<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Class<T> type;

    JsonbHandler(Class<T> type) {
        this.type = type;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, T value, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, JSON.writeValueAsString(value), Types.OTHER);
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, String name) throws SQLException {
        return read(rows.getString(name));
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, int index) throws SQLException {
        return read(rows.getString(index));
    }

    @Override
    public @Nullable T getNullableResult(CallableStatement call, int index) throws SQLException {
        return read(call.getString(index));
    }

    private @Nullable T read(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, type);
    }
}
