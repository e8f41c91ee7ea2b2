package io.qihang.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.notification.RecipientState;
import io.qihang.notification.domain.DeliveryMapper.Delivery;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the queue reads of a large campaign, when the database's statistics are from before it. They always are: a campaign
 * is written at once, and the statistics are renewed a minute later at best.
 */
@SystemTest
class QueueCostTests {

    private static final int HELD = 4_000;
    private static final int AT_ONCE = 32;
    /** Rows read for one row of the result. */
    private static final int AT_MOST = 6;

    @Autowired
    CampaignMapper campaigns;

    @Autowired
    DeliveryMapper deliveries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Superuser superuser;

    @Autowired
    Clock clock;

    @AfterEach
    void renewStatistics() {
        superuser.database().sql("analyze campaign_recipient").update();
    }

    @Test
    void is_what_it_needs_when_nothing_is_known() {
        superuser.database().sql("""
                select pg_clear_relation_stats('public', 'campaign_recipient'),
                    (select count(pg_clear_attribute_stats('public', 'campaign_recipient', attname::text, false)::text)
                     from pg_attribute where attrelid = 'campaign_recipient'::regclass and attnum > 0)
                """).query().singleRow();
        // a small table, of which nothing else is known, is rightly read once for a hundred outcomes
        long others = database.sql("select count(*) from campaign_recipient")
                .query(Long.class)
                .single();
        sendsReading(others + HELD + 1);
    }

    @Test
    void is_what_it_needs_when_the_last_known_is_that_all_were_sent() {
        superuser.database().sql("""
                select pg_restore_relation_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'relpages', 400, 'reltuples', 20000::real),
                    pg_restore_attribute_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'attname', 'state', 'inherited', false, 'null_frac', 0::real, 'avg_width', 5,
                        'n_distinct', 1::real, 'most_common_vals', '{SENT}', 'most_common_freqs', '{1}'::real[]),
                    pg_restore_attribute_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'attname', 'campaign_id', 'inherited', false, 'null_frac', 0::real, 'avg_width', 16,
                        'n_distinct', 1::real),
                    pg_restore_attribute_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'attname', 'person_id', 'inherited', false, 'null_frac', 0::real, 'avg_width', 16,
                        'n_distinct', -1::real),
                    pg_restore_attribute_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'attname', 'next_at', 'inherited', false, 'null_frac', 1::real, 'avg_width', 8),
                    pg_restore_attribute_stats('schemaname', 'public', 'relname', 'campaign_recipient',
                        'attname', 'lease_until', 'inherited', false, 'null_frac', 1::real, 'avg_width', 8)
                """).query().singleRow();
        sendsReading(AT_ONCE * AT_MOST);
    }

    private void sendsReading(long forTheOutcomes) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Instant now = clock.instant();
            UUID campaign = heldCampaign();
            long before = read();
            assertThat(campaigns.release(campaign, now, HELD - 1)).isEqualTo(HELD - 1);
            assertThat(read() - before).isLessThan(HELD * AT_MOST);
            campaigns.noteNoneHeld(campaign);
            assertThat(held(campaign)).isTrue();
            assertThat(campaigns.release(campaign, now, HELD)).isEqualTo(1);
            campaigns.noteNoneHeld(campaign);
            assertThat(held(campaign)).isFalse();

            before = read();
            assertThat(deliveries.awaitTurn()).isTrue();
            List<Delivery> claimed = deliveries.claim(now, AT_ONCE, 60);
            assertThat(claimed).hasSize(AT_ONCE);
            assertThat(read() - before).isLessThan(AT_ONCE * AT_MOST);

            before = read();
            assertThat(deliveries.finish(sent(claimed), now)).hasSize(AT_ONCE);
            assertThat(read() - before).isLessThan(forTheOutcomes);
        });
    }

    private static DeliveryResults sent(List<Delivery> claimed) {
        return new DeliveryResults(claimed.stream()
                .map(it -> new DeliveryResults.Item(
                        it.campaign(), it.person().value(), it.attempt(), RecipientState.SENT, "", "1", null))
                .toList());
    }

    /** Rows of recipients this transaction has read. */
    private long read() {
        return database.sql("""
                select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'campaign_recipient'
                """).query(Long.class).single();
    }

    private boolean held(UUID campaign) {
        return database.sql("select held from campaign where id = ?")
                .param(campaign)
                .query(Boolean.class)
                .single();
    }

    private UUID heldCampaign() {
        UUID campaign = UUID.randomUUID();
        database.sql("""
                insert into campaign (id, region_code, key, title, body, page, fields, created_at, closes_at)
                values (:id, '371525', :id, '新政策', '（虚构）请看。', 'pages/policy/show?id=1', '{}', now(),
                    now() + interval '1 day')
                """).param("id", campaign).update();
        database.sql("""
                with persons as (
                    insert into person (id, region_code, openid, openid_index, created_at)
                    select gen_random_uuid(), '371525', '', gen_random_uuid()::text, now() from generate_series(1, :count)
                    returning id)
                insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, next_at, lane, reason,
                    updated_at)
                select :campaign, id, '371525', 'READY', 0, 'infinity', 1, '', now() from persons
                """).param("count", HELD).param("campaign", campaign).update();
        return campaign;
    }
}
