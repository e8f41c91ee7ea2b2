package io.qihang.notification.domain;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface EventSweepMapper {

    /** Whether this node may sweep now; the turn ends with the transaction. */
    @Select("select pg_try_advisory_xact_lock(815006)")
    boolean takeTurn();

    /** Frees events nobody is at work on, also those whose node died while they were handed over again. */
    @Update("""
            update event_publication set status = 'FAILED'
            where completion_date is null and coalesce(last_resubmission_date, publication_date) < #{before}
            """)
    int freeOlderThan(Instant before);
}
