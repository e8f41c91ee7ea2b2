package io.qihang.platform.mybatis;

import com.baomidou.mybatisplus.extension.plugins.inner.BlockAttackInnerInterceptor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/** Refuses an UPDATE or DELETE of a whole table; the same text is parsed once, not at every execution. */
class WholeTableGuard extends BlockAttackInnerInterceptor {

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
