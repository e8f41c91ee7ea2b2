package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
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

/**
 * Who waits has {@code next_at} and who is being sent something {@code lease_until}; the table's checks see to it. The
 * queue is asked by these and not by the state: how many are in a state changes faster than the database's statistics, and
 * by the state it would choose an index that holds the whole campaign, and read it once for each message.
 */
@Mapper
interface DeliveryMapper {

    /**
     * Waits for the turn to claim; it ends with the transaction, so each claim sees those before it. In this transaction
     * what is due is read in the order of its index, never read whole and sorted.
     */
    @Select("""
            select pg_advisory_xact_lock(hashtextextended('claim messages', 0)) is not null
                and set_config('enable_sort', 'off', true) = set_config('enable_bitmapscan', 'off', true)
            """)
    boolean awaitTurn();

    /**
     * Takes messages that are due for this node alone, one for each person at most and none for a person who is being
     * sent another; the lease is counted by the database's clock.
     */
    @Select(value = """
            with due as (
                select d.* from (values (0), (1)) l (lane) cross join lateral (
                    select r.campaign_id, r.person_id, r.next_at from campaign_recipient r
                    where r.lane = l.lane and r.next_at <= #{now}
                      and not exists (select 1 from campaign_recipient s
                        where s.person_id = r.person_id and s.lease_until is not null)
                    order by r.next_at limit #{limit} for update skip locked) d
                order by l.lane, d.next_at limit #{limit}),
            alone as (select distinct on (person_id) campaign_id, person_id from due order by person_id, next_at)
            update campaign_recipient r
            set state = 'SENDING', attempt = r.attempt + 1, next_at = null,
                lease_until = now() + make_interval(secs => #{leaseSeconds}), sent_at = #{now}, heard = null,
                updated_at = #{now}
            from alone a
            where r.campaign_id = a.campaign_id and r.person_id = a.person_id
            returning r.campaign_id as campaign, r.person_id as person, r.attempt, r.first_attempt
            """, affectData = true)
    List<Delivery> claim(Instant now, int limit, long leaseSeconds);

    /**
     * Writes what attempts came to, unless a lease ran out and its row was given up meanwhile; what was read, told or
     * reported by WeChat during the attempt counts more. Returns those written.
     */
    @Select(value = """
            update campaign_recipient r
            set state = case when r.read_at is not null then 'READ' when r.told_at is not null then 'TOLD'
                    when v.state = 'DOUBTFUL' and r.heard = 0 then 'SENT'
                    when v.state = 'DOUBTFUL' and r.heard is not null then 'FAILED' else v.state end,
                reason = case when v.state <> 'DOUBTFUL' or r.heard is null then v.reason when r.heard = 0 then ''
                    else '微信事后报告发送失败（' || r.heard || '）' end,
                msgid = coalesce(v.msgid, r.msgid),
                next_at = case when r.read_at is null and r.told_at is null then v."nextAt" end,
                lease_until = null, updated_at = #{now}
            from jsonb_to_recordset(#{results}::jsonb -> 'items') as v (campaign uuid, person uuid, attempt int,
                state text, reason text, msgid text, "nextAt" timestamptz)
            where r.campaign_id = v.campaign and r.person_id = v.person and r.lease_until is not null
              and r.attempt = v.attempt
            returning r.campaign_id as campaign, r.person_id as person, r.attempt, r.first_attempt
            """, affectData = true)
    List<Delivery> finish(DeliveryResults results, Instant now);

    /** Nobody else of the campaign is tried; who waits has failed with this reason. */
    @Update("""
            update campaign_recipient
            set state = #{change.to}, reason = #{reason}, next_at = null, updated_at = #{now}
            where campaign_id = #{campaign} and state = 'READY'
            """)
    int halt(UUID campaign, RecipientChange change, String reason, Instant now);

    /** A node died between claim and answer: nobody knows whether WeChat has the message. */
    @Update("""
            update campaign_recipient
            set state = case when read_at is not null then 'READ' when told_at is not null then 'TOLD'
                    when heard = 0 then 'SENT' when heard is not null then 'FAILED' else 'DOUBTFUL' end,
                reason = case when heard is null then #{reason} when heard = 0 then ''
                    else '微信事后报告发送失败（' || heard || '）' end, lease_until = null, updated_at = #{now}
            where lease_until < now()
            """)
    int giveUpLapsed(String reason, Instant now);

    /** WeChat has had time enough to report. */
    @Update("""
            update campaign_recipient set state = #{change.to}, updated_at = #{now}
            where state = 'DOUBTFUL' and updated_at < #{before}
            """)
    int giveUpDoubtful(RecipientChange change, Instant before, Instant now);

    /** The attempt that WeChat reports about, locked: by the message's number, or else the last one before it. */
    @Select("""
            select r.campaign_id as campaign, r.person_id as person, r.state
            from campaign_recipient r join campaign c on c.id = r.campaign_id
            where r.person_id = #{person} and c.template = #{template} and c.closed_at is null
              and r.sent_at <= #{until}
              and (r.msgid = #{msgid} or r.msgid is null and r.state in ('SENDING', 'DOUBTFUL', 'UNKNOWN'))
            order by (r.msgid is null), r.sent_at desc limit 1 for update of r
            """)
    @Nullable
    Reported reported(PersonId person, String template, @Nullable String msgid, Instant until);

    record Reported(UUID campaign, PersonId person, RecipientState state) {}

    /** Keeps a report that came before the answer. */
    @Update("""
            update campaign_recipient set heard = #{code}, msgid = coalesce(msgid, #{msgid})
            where campaign_id = #{it.campaign} and person_id = #{it.person}
            """)
    int hear(Reported it, int code, @Nullable String msgid);

    @Update("""
            update campaign_recipient set state = #{change.to}, reason = #{reason}, heard = #{code},
                msgid = coalesce(msgid, #{msgid}), updated_at = #{now}
            where campaign_id = #{it.campaign} and person_id = #{it.person}
            """)
    int resolve(Reported it, RecipientChange change, String reason, int code, @Nullable String msgid, Instant now);

    /** One message this node is to send; {@code firstAttempt} began this round. */
    record Delivery(UUID campaign, PersonId person, int attempt, int firstAttempt) {

        /** Which attempt of this round it is, from 1. */
        int tries() {
            return attempt - firstAttempt + 1;
        }
    }

    @Select("""
            select quiet_from as "from", quiet_until as until from notification_setting
            where region_code in ('100000', #{county}) order by (region_code = #{county}) desc limit 1
            """)
    @Nullable
    QuietHours quietHours(RegionCode county);

    @Insert("""
            insert into notification_setting (region_code, quiet_from, quiet_until, statutory_most, label)
            values (#{region}, #{hours.from}, #{hours.until}, #{statutoryMost}, #{label})
            on conflict (region_code) do update set quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, statutory_most = excluded.statutory_most, label = excluded.label
            """)
    int putSetting(RegionCode region, QuietHours hours, @Nullable Integer statutoryMost, String label);

    /** How many statutory notices are the most in thirty days; null for no limit. */
    @Select("""
            select statutory_most from notification_setting
            where region_code in ('100000', #{county}) order by (region_code = #{county}) desc limit 1
            """)
    @Nullable
    Integer statutoryMost(RegionCode county);
}
