package io.qihang.notification.domain;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface EventSweepMapper {

    /** Whether this node may sweep now; the turn ends with the transaction. */
    @Select("select pg_try_advisory_xact_lock(815006)")
    boolean takeTurn();

    @Select("""
            select count(*) from event_publication
            where completion_date is null and publication_date < #{before}
              and coalesce(last_resubmission_date, publication_date) < #{before}
            """)
    int countOlderThan(Instant before);
}
