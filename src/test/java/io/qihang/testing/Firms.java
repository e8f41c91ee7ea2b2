package io.qihang.testing;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.Usccs;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registered enterprises and their confirmed members, for tests of what enterprises do afterwards. */
public class Firms {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient database;
    private final Clock clock;

    Firms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An accepted enterprise that counts for the unit. */
    public EnterpriseId in(String unit) {
        return named("冠县虚构第" + NUMBER.incrementAndGet() + "制造有限公司", unit);
    }

    /** An accepted enterprise of this name that counts for the unit. */
    public EnterpriseId named(String name, String unit) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into enterprise (id, region_code, uscc, name, name_key, unit_code, accepted_at, version)
                        values (:id, :county, :uscc, :name, :name, :unit, :now, 0)
                        """)
                .param("id", id)
                .param("county", unit.substring(0, 6))
                .param("uscc", Usccs.next())
                .param("name", name)
                .param("unit", unit)
                .param("now", now())
                .update();
        return new EnterpriseId(id);
    }

    /** Makes the person a confirmed member. */
    public void join(EnterpriseId enterprise, PersonId person) {
        join(enterprise, person, "OFFICER");
    }

    /** Makes the person a member who only says so. */
    public void joinUnconfirmed(EnterpriseId enterprise, PersonId person) {
        join(enterprise, person, "SELF_REPORTED");
    }

    /** Makes the member of staff the enterprise's main commissioner from a day on. */
    public void assign(EnterpriseId enterprise, StaffId staff, LocalDate from) {
        UUID round = UUID.randomUUID();
        database.sql("""
                        with round as (
                            insert into assignment_round (id, region_code, name, document, starts_on, opened_by, opened_at)
                            select :round, region_code, cast(:round as text), '虚构文件', :from, :staff, :now
                            from enterprise where id = :enterprise returning id, region_code)
                        insert into assignment (id, region_code, round_id, enterprise_id, staff_id, kind, main, sending_unit,
                            starts_on, assigned_by, assigned_at, version)
                        select :round, region_code, id, :enterprise, :staff, 'SERVICE_COMMISSIONER', true, '虚构单位',
                            :from, :staff, :now, 0 from round
                        """)
                .param("round", round)
                .param("from", from)
                .param("staff", staff.value())
                .param("now", now())
                .param("enterprise", enterprise.value())
                .update();
    }

    /** The main commissioner's time with the enterprise ends with that day. */
    public void release(EnterpriseId enterprise, LocalDate lastDay) {
        database.sql("update assignment set ends_on = :day, end_reason = '调整', ended_by = staff_id, ended_at = :now "
                        + "where enterprise_id = :enterprise and main and ends_on is null")
                .param("day", lastDay)
                .param("now", now())
                .param("enterprise", enterprise.value())
                .update();
    }

    private void join(EnterpriseId enterprise, PersonId person, String proof) {
        database.sql("""
                        insert into membership (id, region_code, enterprise_id, person_id, role, status, proof, manager,
                            requested_at, confirmed_at, note, version)
                        select :id, region_code, id, :person, 'CLERK', 'ACTIVE', :proof, false, :now,
                            case when :proof = 'SELF_REPORTED' then null else cast(:now as timestamptz) end, '', 0
                        from enterprise where id = :enterprise
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("proof", proof)
                .param("now", now())
                .param("enterprise", enterprise.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
