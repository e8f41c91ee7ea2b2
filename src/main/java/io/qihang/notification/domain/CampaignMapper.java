package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignProgress;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.RecipientState;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CampaignMapper {

    @Insert("""
            insert into campaign (id, region_code, key, title, body, page, template, fields, created_at)
            values (#{id}, #{region}, #{key}, #{title}, #{body}, #{page}, #{template}, #{text}, #{now})
            on conflict (key) do nothing
            """)
    int insert(
            UUID id,
            RegionCode region,
            String key,
            String title,
            String body,
            String page,
            @Nullable String template,
            CampaignText text,
            Instant now);

    /** Adds recipients, their ids joined by commas: ready those who may be sent the template, ended all others. */
    @Insert("""
            insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, next_at, reason,
                updated_at)
            select #{campaign}, p.id, #{region}, case when b.balance > 0 then 'READY' else #{otherwise} end, 0,
                case when b.balance > 0 then #{now}::timestamptz end, '', #{now}
            from person p
            left join subscription_balance b on b.person_id = p.id and b.template = #{template}
            where p.id = any (string_to_array(#{persons}, ',')::uuid[])
            on conflict do nothing
            """)
    int addRecipients(
            UUID campaign,
            RegionCode region,
            @Nullable String template,
            RecipientState otherwise,
            String persons,
            Instant now);

    @Select("""
            select count(r.person_id) as recipients, count(*) filter (where r.state in ('READY', 'SENDING')) as waiting,
                count(*) filter (where r.state = 'SENT') as sent,
                count(*) filter (where r.state = 'UNSUBSCRIBED') as unsubscribed,
                count(*) filter (where r.state = 'FAILED') as failed,
                count(*) filter (where r.state = 'UNKNOWN') as unknown,
                count(*) filter (where r.state = 'INBOX_ONLY') as inbox_only, count(r.read_at) as read,
                c.created_at as opened_at, c.closed_at
            from campaign c left join campaign_recipient r on r.campaign_id = c.id
            where c.key = #{key} group by c.id
            """)
    @Nullable
    CampaignProgress progress(String key);

    @Select("""
            <script>
            select r.person_id as person, r.state, r.reason, r.read_at
            from campaign_recipient r join campaign c on c.id = r.campaign_id
            where c.key = #{key}
            <if test="state != null">and r.state = #{state}</if>
            <if test="after != null">and r.person_id &gt; #{after}</if>
            order by r.person_id limit #{limit}
            </script>
            """)
    List<CampaignRecipient> recipients(String key, @Nullable RecipientState state, @Nullable UUID after, int limit);

    @Update("""
            update campaign c set closed_at = #{now}
            where c.closed_at is null and not exists (select 1 from campaign_recipient r
                where r.campaign_id = c.id and r.state in ('READY', 'SENDING'))
            """)
    int closeEnded(Instant now);

    /** What a person finds in the inbox, see {@link InboxItem}. */
    @Select("""
            <script>
            select * from (
                select c.id, c.title, c.body, c.page, c.created_at, r.read_at,
                    (r.read_at is null or r.read_at &gt; #{asOf}) as unread
                from campaign_recipient r join campaign c on c.id = r.campaign_id
                where r.person_id = #{person}) m
            <if test="last != null">
            where (m.unread, m.created_at, m.id) &lt; (#{last.unread}, #{last.at}, #{last.id})
            </if>
            order by m.unread desc, m.created_at desc, m.id desc limit #{limit}
            </script>
            """)
    List<InboxItem> inbox(
            PersonId person, Instant asOf, io.qihang.notification.UnreadFirst.@Nullable Row last, int limit);

    @Update("""
            update campaign_recipient set read_at = coalesce(read_at, #{now})
            where campaign_id = #{message} and person_id = #{person}
            """)
    int markRead(UUID message, PersonId person, Instant now);
}
