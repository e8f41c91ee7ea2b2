package io.qihang.notification.domain;

import io.qihang.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SubscriptionMapper {

    /** One more accept, up to {@code most}. */
    @Insert("""
            insert into subscription_balance (person_id, template, region_code, balance, updated_at)
            select p.id, #{template}, p.region_code, 1, #{now} from person p where p.id = #{person}
            on conflict (person_id, template) do update
            set balance = least(subscription_balance.balance + 1, #{most}), updated_at = excluded.updated_at
            """)
    int add(PersonId person, String template, int most, Instant now);

    @Update("""
            update subscription_balance set balance = balance - 1, updated_at = #{now}
            where person_id = #{person} and template = #{template} and balance > 0
            """)
    int take(PersonId person, String template, Instant now);

    @Update("""
            update subscription_balance set balance = 0, updated_at = #{now}
            where person_id = #{person} and template = #{template}
            """)
    int clear(PersonId person, String template, Instant now);

    @Select("select template, balance from subscription_balance where person_id = #{person}")
    List<Balance> of(PersonId person);

    /** How many messages of a template a person may still be sent. */
    record Balance(String template, int balance) {}
}
