package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
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
interface SubscriptionMapper {

    /** Makes sure there is an account of the person and template, and locks it. */
    @Insert("""
            insert into subscription_balance (person_id, template, region_code, balance, long_term, updated_at)
            select p.id, #{template}, p.region_code, 0, #{longTerm}, #{now} from person p where p.id = #{person}
            on conflict (person_id, template) do update set long_term = excluded.long_term
            """)
    int open(PersonId person, String template, boolean longTerm, Instant now);

    /** One more accept, up to {@code most}; a long-term one holds once. */
    @Update("""
            update subscription_balance set balance = case when long_term then 1 else least(balance + 1, #{most}) end,
                rejected = false, updated_at = #{now}
            where person_id = #{person} and template = #{template}
            """)
    int accept(PersonId person, String template, int most, Instant now);

    /** What was accepted before the rejection is void. */
    @Update("""
            update subscription_balance set rejected = #{accepts} = 0, balance = least(balance, #{accepts}),
                updated_at = #{now}
            where person_id = #{person} and template = #{template}
            """)
    int reject(PersonId person, String template, int accepts, Instant now);

    /** How many answers of a kind that count are later than a moment. */
    @Select("""
            select count(*) from subscription_answer
            where person_id = #{person} and template = #{template} and accepted = #{accepted} and counted
              and at > #{after}
            """)
    int later(PersonId person, String template, boolean accepted, Instant after);

    /** Sets an accept of each person aside; a long-term one stays. Returns who had one. */
    @Select(value = """
            update subscription_balance b set balance = b.balance - case when b.long_term then 0 else 1 end,
                updated_at = #{now}
            from jsonb_to_recordset(#{accounts}::jsonb -> 'items') as v (person uuid, template text)
            where b.person_id = v.person and b.template = v.template and b.balance > 0
            returning b.person_id
            """, affectData = true)
    List<PersonId> take(Accounts accounts, Instant now);

    /** Gives back what was set aside and not used. */
    @Update("""
            update subscription_balance b set balance = b.balance + 1, updated_at = #{now}
            from jsonb_to_recordset(#{accounts}::jsonb -> 'items') as v (person uuid, template text)
            where b.person_id = v.person and b.template = v.template and not b.long_term
            """)
    int giveBack(Accounts accounts, Instant now);

    /** WeChat says there is none left, or never was. */
    @Update("""
            update subscription_balance b set balance = 0, updated_at = #{now}
            from jsonb_to_recordset(#{accounts}::jsonb -> 'items') as v (person uuid, template text)
            where b.person_id = v.person and b.template = v.template
            """)
    int exhaust(Accounts accounts, Instant now);

    /** An answer of the same kind that the other source told at about that time and nobody has paired yet, locked. */
    @Select("""
            select id from subscription_answer
            where person_id = #{person} and template = #{template} and accepted = #{accepted} and source = #{other}
              and not confirmed and at between #{from} and #{until}
            order by at limit 1 for update
            """)
    @Nullable
    UUID unpaired(PersonId person, String template, boolean accepted, AnswerSource other, Instant from, Instant until);

    @Update("update subscription_answer set confirmed = true where id = #{id}")
    int confirm(UUID id);

    /** Keeps an answer; 0 when WeChat had told the same before. */
    @Insert("""
            insert into subscription_answer (id, person_id, template, region_code, accepted, source, at, confirmed,
                counted, recorded_at)
            select #{id}, p.id, #{template}, p.region_code, #{accepted}, #{source}, #{at}, #{confirmed}, #{counted},
                #{now}
            from person p where p.id = #{person}
            on conflict (person_id, template, at) where source = 'WECHAT' do nothing
            """)
    int keep(
            UUID id,
            PersonId person,
            String template,
            boolean accepted,
            AnswerSource source,
            Instant at,
            boolean confirmed,
            boolean counted,
            Instant now);

    @Select("select template, balance, rejected from subscription_balance where person_id = #{person}")
    List<Balance> of(PersonId person);

    /** How many messages of a template a person may still be sent. */
    record Balance(String template, int balance, boolean rejected) {}

    /** Several accounts as one value of a statement. */
    record Accounts(Collection<Account> items) {}

    /** The account of a person and a template. */
    record Account(UUID person, String template) {}
}
