package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.Topic;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface MutingMapper {

    @Select("select topic, muted_at as at from notification_muted where person_id = #{person} order by topic")
    List<Muted> of(PersonId person);

    /** A topic a person does without, and since when. */
    record Muted(Topic topic, Instant at) {}

    @Insert("""
            insert into notification_muted (person_id, topic, region_code, muted_at)
            select id, #{topic}, region_code, #{now} from person where id = #{person} on conflict do nothing
            """)
    int mute(PersonId person, Topic topic, Instant now);

    @Delete("delete from notification_muted where person_id = #{person} and topic = #{topic}")
    int unmute(PersonId person, Topic topic);

    @Delete("delete from notification_muted where person_id = #{person}")
    int unmuteAll(PersonId person);
}
