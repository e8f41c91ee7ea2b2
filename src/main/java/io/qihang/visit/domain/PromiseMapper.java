package io.qihang.visit.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PromiseMapper extends BaseMapper<Promise> {

    @Select("select * from promise where visit_id = #{visit} order by id for update")
    List<Promise> ofVisit(VisitId visit);

    @Select("select * from promise where id = #{id} for update")
    @Nullable
    Promise lock(PromiseId id);

    @Select("select visited_at from visit where id = #{visit}")
    Instant visitedAt(VisitId visit);

    @Delete("delete from promise where id = #{id} and status = 'OPEN'")
    void takeBack(PromiseId id);
}
