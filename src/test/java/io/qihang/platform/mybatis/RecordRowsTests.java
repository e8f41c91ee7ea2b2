package io.qihang.platform.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.testing.SystemTest;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows become records by the names of their columns, whatever the order; what has a column of its own needs it. */
@SystemTest
class RecordRowsTests {

    @Autowired
    DataSource database;

    private SqlSession session;
    private Rows rows;

    record Place(String unitCode, int year) {}

    record Firm(int id, Place place) {}

    /** Read from one column, by {@link YearType}. */
    record Year(int year) {}

    record Plan(int id, @Nullable Year year) {}

    record Begun(int id, Year since) {}

    interface Rows {

        @Select("select 2026 as year, 7 as id, '371525104' as unit_code")
        Firm firm();

        @Select("select 7 as id, '371525104' as unit_code")
        Firm withoutYear();

        @Select("select 7 as id, 2026 as year")
        Plan plan();

        @Select("select 7 as id, null::int as year")
        Plan yearUnknown();

        @Select("select 7 as id, 2026 as year")
        Begun withoutSince();

        @Select("select null::int as id, null::int as year")
        Plan nothing();
    }

    static class YearType extends BaseTypeHandler<Year> {

        @Override
        public void setNonNullParameter(PreparedStatement statement, int place, Year year, JdbcType type)
                throws SQLException {
            statement.setInt(place, year.year());
        }

        @Override
        public @Nullable Year getNullableResult(ResultSet rows, String column) throws SQLException {
            return year(rows.getInt(column), rows.wasNull());
        }

        @Override
        public @Nullable Year getNullableResult(ResultSet rows, int column) throws SQLException {
            return year(rows.getInt(column), rows.wasNull());
        }

        @Override
        public @Nullable Year getNullableResult(CallableStatement call, int column) throws SQLException {
            return year(call.getInt(column), call.wasNull());
        }

        private static @Nullable Year year(int year, boolean absent) {
            return absent ? null : new Year(year);
        }
    }

    @BeforeEach
    void open() {
        var configuration = new Configuration(new Environment("test", new JdbcTransactionFactory(), database));
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.addInterceptor(new RecordRows());
        configuration.getTypeHandlerRegistry().register(Year.class, new YearType());
        configuration.addMapper(Rows.class);
        session = new SqlSessionFactoryBuilder().build(configuration).openSession();
        rows = session.getMapper(Rows.class);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void a_record_in_a_record_is_made_of_the_same_row() {
        assertThat(rows.firm()).isEqualTo(new Firm(7, new Place("371525104", 2026)));
        assertThatThrownBy(rows::withoutYear).hasMessageContaining("takes a column that is not among");
    }

    @Test
    void what_one_column_holds_is_read_from_it_and_made_of_no_other() {
        assertThat(rows.plan()).isEqualTo(new Plan(7, new Year(2026)));
        assertThat(rows.yearUnknown()).isEqualTo(new Plan(7, null));
        assertThatThrownBy(rows::withoutSince).hasMessageContaining("takes a column that is not among");
    }

    @Test
    void a_row_of_nothing_but_nulls_is_no_record() {
        assertThat(rows.nothing()).isNull();
    }
}
