package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.RecipientState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DeliveryMapper {

    /** Takes messages that are due for this node alone; the lease is counted by the database's clock. */
    @Select(value = """
            with due as (
                select campaign_id, person_id from campaign_recipient
                where state = 'READY' and next_at <= #{now}
                order by next_at limit #{limit} for update skip locked)
            update campaign_recipient r
            set state = 'SENDING', attempt = r.attempt + 1, next_at = null, lease_until = now() + interval '60 seconds',
                updated_at = #{now}
            from due d join campaign c on c.id = d.campaign_id
            where r.campaign_id = d.campaign_id and r.person_id = d.person_id
            returning r.campaign_id as campaign, r.person_id as person, r.attempt, c.template, c.page, c.fields as text
            """, affectData = true)
    List<Delivery> claim(Instant now, int limit);

    /** Writes what one attempt came to, unless the lease ran out and it was given up meanwhile. */
    @Update("""
            update campaign_recipient
            set state = #{state}, reason = #{reason}, msgid = #{msgid}, next_at = #{nextAt}, lease_until = null,
                updated_at = #{now}
            where campaign_id = #{it.campaign} and person_id = #{it.person} and state = 'SENDING'
              and attempt = #{it.attempt}
            """)
    int finish(
            Delivery it,
            RecipientState state,
            String reason,
            @Nullable String msgid,
            @Nullable Instant nextAt,
            Instant now);

    /** The message itself is at fault: nobody else needs to be tried. */
    @Update("""
            update campaign_recipient
            set state = 'FAILED', reason = #{reason}, next_at = null, updated_at = #{now}
            where campaign_id = #{campaign} and state = 'READY'
            """)
    int failRest(UUID campaign, String reason, Instant now);

    /** A node died between claim and answer: nobody knows whether WeChat has the message. */
    @Update("""
            update campaign_recipient
            set state = 'UNKNOWN', reason = #{reason}, lease_until = null, updated_at = #{now}
            where state = 'SENDING' and lease_until < now()
            """)
    int giveUpLapsed(String reason, Instant now);

    /** One message this node is to send. */
    record Delivery(UUID campaign, PersonId person, int attempt, String template, String page, CampaignText text) {}
}
