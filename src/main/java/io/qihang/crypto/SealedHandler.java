package io.qihang.crypto;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;

/** Text column ↔ {@link Sealed}; registered by Java type, for constructor mapping ignores handlers on fields. */
@MappedTypes(Sealed.class)
public class SealedHandler extends BaseTypeHandler<Sealed> {

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Sealed value, @Nullable JdbcType jdbcType)
            throws SQLException {
        statement.setString(index, value.text());
    }

    @Override
    public @Nullable Sealed getNullableResult(ResultSet row, String column) throws SQLException {
        return sealed(row.getString(column));
    }

    @Override
    public @Nullable Sealed getNullableResult(ResultSet row, int column) throws SQLException {
        return sealed(row.getString(column));
    }

    @Override
    public @Nullable Sealed getNullableResult(CallableStatement call, int column) throws SQLException {
        return sealed(call.getString(column));
    }

    private static @Nullable Sealed sealed(@Nullable String text) {
        return text == null ? null : Sealed.parse(text);
    }
}
