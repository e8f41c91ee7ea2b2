package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import io.qihang.notification.CampaignRecipient;
import io.qihang.notification.RecipientState;
import io.qihang.notification.Topic;
import io.qihang.notification.UnreadFirst;
import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.Collection;
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
            insert into campaign (id, region_code, key, title, body, page, topic, template, fields, created_at, closes_at)
            values (#{id}, #{region}, #{key}, #{title}, #{body}, #{page}, #{topic}, #{template}, #{text}, #{now}, #{closesAt})
            on conflict (key) do nothing
            """)
    int insert(
            UUID id,
            RegionCode region,
            String key,
            String title,
            String body,
            String page,
            Topic topic,
            @Nullable String template,
            CampaignText text,
            Instant now,
            Instant closesAt);

    /**
     * Adds recipients, their ids joined by commas: held those who may be sent the template, ended all others, and those
     * who do without the topic.
     */
    @Insert("""
            insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, next_at, lane, reason,
                updated_at)
            select #{campaign}, p.id, #{region},
                case when u.topic is not null then 'INBOX_ONLY' when b.balance > 0 then 'READY' else #{otherwise} end, 0,
                case when u.topic is null and b.balance > 0 then 'infinity'::timestamptz end, #{lane},
                case when u.topic is null then '' else '本人不要这类微信提醒' end, #{now}
            from person p
            left join subscription_balance b on b.person_id = p.id and b.template = #{template}
            left join notification_muted u on u.person_id = p.id and u.topic = #{topic}
            where p.id = any (string_to_array(#{persons}, ',')::uuid[])
            on conflict do nothing
            """)
    int addRecipients(
            UUID campaign,
            RegionCode region,
            Topic topic,
            @Nullable String template,
            int lane,
            RecipientState otherwise,
            String persons,
            Instant now);

    /** Who of these does without the topic. */
    @Select("""
            <script>select person_id from notification_muted where topic = #{topic} and person_id in
            <foreach collection="persons" item="it" open="(" close=")" separator=",">#{it}</foreach></script>
            """)
    List<PersonId> muting(Topic topic, Collection<PersonId> persons);

    /**
     * Lets so many of the held go, from a moment on; returns how many. They are found by where they lie: joined with
     * themselves they would be compared each with each as long as the database has no statistics of them.
     */
    @Update("""
            update campaign_recipient set next_at = #{at}
            where ctid = any (array(select h.ctid from campaign_recipient h
                where h.campaign_id = #{campaign} and h.next_at = 'infinity'
                limit #{most} for update))
            """)
    int release(UUID campaign, Instant at, int most);

    /** Notes whether some are still held, and that sending is on again. */
    @Update("""
            update campaign set fault = null, settled_at = null, held = exists (select 1 from campaign_recipient r
                where r.campaign_id = #{campaign} and r.next_at = 'infinity')
            where id = #{campaign}
            """)
    int noteHeld(UUID campaign);

    /** Campaigns whose first ones have come to something, so that the held may go. */
    @Select("""
            select c.id, c.region_code as region from campaign c where c.held
              and not exists (select 1 from campaign_recipient r
                where r.campaign_id = c.id and r.lease_until is not null)
              and (exists (select 1 from campaign_recipient r where r.campaign_id = c.id and r.state = 'SENT')
                or not exists (select 1 from campaign_recipient r
                    where r.campaign_id = c.id and r.next_at < 'infinity'))
            """)
    List<Held> ripe();

    /** A campaign some of whose recipients are held. */
    record Held(UUID id, RegionCode region) {}

    /** Notes that none are held any more, if so it is. */
    @Update("""
            update campaign set held = exists (select 1 from campaign_recipient r
                where r.campaign_id = #{campaign} and r.next_at = 'infinity')
            where id = #{campaign}
            """)
    int noteNoneHeld(UUID campaign);

    @Update("update campaign set fault = #{code}, held = false where id = #{campaign}")
    int noteFault(UUID campaign, int code);

    @Select("select id, region_code, template, title, page, fields as text from campaign where id = #{id}")
    Words words(UUID id);

    /** What is sent of a campaign; it never changes. */
    record Words(
            UUID id, RegionCode regionCode, @Nullable String template, String title, String page, CampaignText text) {}

    @Select("""
            select count(r.person_id) as recipients, count(*) filter (where r.state in ('READY', 'SENDING')) as waiting,
                count(*) filter (where r.state = 'DOUBTFUL') as doubtful, count(*) filter (where r.state = 'READ') as read,
                count(*) filter (where r.state = 'SENT') as sent, count(*) filter (where r.state = 'TOLD') as told,
                count(*) filter (where r.state = 'UNSUBSCRIBED') as unsubscribed,
                count(*) filter (where r.state = 'FAILED') as failed,
                count(*) filter (where r.state = 'UNKNOWN') as unknown,
                count(*) filter (where r.state = 'INBOX_ONLY') as inbox_only, c.created_at as opened_at,
                c.settled_at, c.closes_at, c.closed_at, c.fault
            from campaign c left join campaign_recipient r on r.campaign_id = c.id
            where c.key = #{key} group by c.id
            """)
    @Nullable
    Counts progress(String key);

    record Counts(
            int recipients,
            int waiting,
            int doubtful,
            int read,
            int sent,
            int told,
            int unsubscribed,
            int failed,
            int unknown,
            int inboxOnly,
            Instant openedAt,
            @Nullable Instant settledAt,
            Instant closesAt,
            @Nullable Instant closedAt,
            @Nullable Integer fault) {}

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

    /** The campaign of an occasion, so that it does not close meanwhile. */
    @Select("select id, region_code as region, topic, template, closed_at from campaign where key = #{key} for share")
    @Nullable
    Open lock(String key);

    record Open(
            UUID id,
            RegionCode region,
            Topic topic,
            @Nullable String template,
            @Nullable Instant closedAt) {}

    /** Puts the failed back into the queue, held; the next attempt begins another round. */
    @Update("""
            update campaign_recipient set state = #{change.to}, next_at = 'infinity', reason = '',
                first_attempt = attempt + 1, updated_at = #{now}
            where campaign_id = #{campaign}
              and state = any (string_to_array(#{change.from}, ','))
            """)
    int resend(UUID campaign, RecipientChange change, Instant now);

    /** Campaigns whose time is over. */
    @Select("select id from campaign where closed_at is null and closes_at <= #{now}")
    List<UUID> over(Instant now);

    @Update("""
            update campaign c set settled_at = #{now}
            where c.settled_at is null and not exists (select 1 from campaign_recipient r
                where r.campaign_id = c.id and r.state in ('READY', 'SENDING', 'DOUBTFUL'))
            """)
    int settle(Instant now);

    @Update("""
            update campaign c set closed_at = #{now}
            where c.closed_at is null and c.closes_at <= #{now} and not exists (select 1 from campaign_recipient r
                where r.campaign_id = c.id and r.state in ('READY', 'SENDING', 'DOUBTFUL'))
            """)
    int close(Instant now);

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
    List<InboxItem> inbox(PersonId person, Instant asOf, UnreadFirst.@Nullable Row last, int limit);

    @Select("select count(*) from campaign_recipient where person_id = #{person} and read_at is null")
    int countUnread(PersonId person);

    /** Notes that the person has read a message, by its id or its occasion; the first time counts. */
    @Update("""
            <script>
            update campaign_recipient r set read_at = coalesce(r.read_at, #{now}),
                state = case when c.closed_at is null
                    and r.state = any (string_to_array(#{change.from}, ',')) then #{change.to} else r.state end,
                next_at = case when c.closed_at is null
                    and r.state = any (string_to_array(#{change.from}, ',')) then null else r.next_at end
            from campaign c
            where c.id = r.campaign_id and r.person_id = #{person}
            <choose><when test="message != null">and c.id = #{message}</when>
            <otherwise>and c.key = #{key}</otherwise></choose>
            </script>
            """)
    int markRead(@Nullable UUID message, @Nullable String key, PersonId person, RecipientChange change, Instant now);

    /** Notes that these persons were told in person. */
    @Update("""
            update campaign_recipient r set told_at = coalesce(r.told_at, #{now}), told_by = coalesce(r.told_by, #{by}),
                state = case when r.state = any (string_to_array(#{change.from}, ','))
                    then #{change.to} else r.state end,
                next_at = case when r.state = 'READY' then null else r.next_at end
            from campaign c
            where c.id = r.campaign_id and c.key = #{key} and c.closed_at is null
              and r.person_id = any (#{persons,typeHandler=io.qihang.platform.mybatis.ColumnType$Codes}::uuid[])
            """)
    int tell(String key, Collection<UUID> persons, UUID by, RecipientChange change, Instant now);
}
