package io.qihang.platform.mybatis;

import com.baomidou.mybatisplus.autoconfigure.ConfigurationCustomizer;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.BlockAttackInnerInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.OptimisticLockerInnerInterceptor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Plugin;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@MapperScan(basePackages = "io.qihang", annotationClass = Mapper.class)
class MybatisConfiguration {

    @Bean
    static MybatisPlusInterceptor writes() {
        var interceptor = new Writes();
        interceptor.addInnerInterceptor(new OptimisticLockerInnerInterceptor());
        interceptor.addInnerInterceptor(new WholeTableGuard());
        return interceptor;
    }

    @Bean
    static RecordRows recordRows() {
        return new RecordRows();
    }

    /** What changes rows only: a read has nothing to gain from being intercepted. */
    @Intercepts(
            @Signature(
                    type = Executor.class,
                    method = "update",
                    args = {MappedStatement.class, Object.class}))
    private static final class Writes extends MybatisPlusInterceptor {

        @Override
        public Object plugin(Object target) {
            return target instanceof Executor ? Plugin.wrap(target, this) : target;
        }
    }

    @Bean
    static ConfigurationCustomizer columnTypes(ObjectProvider<ColumnType<?>> types) {
        return configuration -> {
            TypeHandlerRegistry registry = configuration.getTypeHandlerRegistry();
            registry.register(UUID.class, new ValueHandler<>(UUID.class, Function.identity(), Function.identity()));
            // MyBatis's own handler goes through the JVM's default zone
            registry.register(
                    Instant.class,
                    new ValueHandler<>(
                            OffsetDateTime.class, OffsetDateTime::toInstant, it -> it.atOffset(ZoneOffset.UTC)));
            types.forEach(it -> register(registry, it));
        };
    }

    @Bean
    static ColumnType<RegionCode> regionCodes() {
        return ColumnType.text(RegionCode.class, RegionCode::new, RegionCode::value);
    }

    /** Refuses an UPDATE or DELETE of a whole table; the same text is parsed once, not at every execution. */
    private static final class WholeTableGuard extends BlockAttackInnerInterceptor {

        private final Cache<String, Boolean> passed =
                Caffeine.newBuilder().maximumSize(2_000).build();

        @Override
        public void beforeUpdate(Executor executor, MappedStatement statement, Object parameter) {
            SqlCommandType type = statement.getSqlCommandType();
            if (type != SqlCommandType.UPDATE && type != SqlCommandType.DELETE) return;
            String sql = statement.getBoundSql(parameter).getSql();
            if (passed.getIfPresent(sql) != null) return;
            parserMulti(sql, null);
            passed.put(sql, true);
        }
    }

    private static <T> void register(TypeHandlerRegistry registry, ColumnType<T> column) {
        registry.register(column.type(), column.handler());
    }
}
