package io.qihang.visit.domain;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.qihang.crypto.Sealed;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.platform.RegionCode;
import io.qihang.storage.FileId;
import io.qihang.ticket.RaisedTicket;
import io.qihang.ticket.TicketId;
import io.qihang.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitMapper extends BaseMapper<Visit> {

    /** One sending of an author's visit at a time; freed with the transaction. */
    @Select("select pg_advisory_xact_lock(815007, hashtext(#{author}::text || #{clientId}::text)) is null")
    boolean takeTurn(StaffId author, UUID clientId);

    @Select("select * from visit where author_id = #{author} and client_id = #{clientId}")
    @Nullable
    Visit find(StaffId author, UUID clientId);

    @Select(
            "select client_id, ticket_id as ticket, ticket_number as number from visit_problem where visit_id = #{visit}")
    List<VisitRows.TicketLine> tickets(VisitId visit);

    @Insert("""
            insert into visit_problem (visit_id, client_id, region_code, ticket_id, ticket_number, known)
            values (#{visit}, #{clientId}, #{county}, #{ticket.id}, #{ticket.number}, #{known})
            """)
    void addTicket(VisitId visit, UUID clientId, RegionCode county, RaisedTicket ticket, boolean known);

    @Select("""
            select device, revision, base, content_index as index from visit_telling
            where visit_id = #{visit} order by revision, device
            """)
    List<Tellings.Telling> tellings(VisitId visit);

    @Select("""
            select device, revision, content from visit_telling
            where visit_id = #{visit} order by revision, device
            """)
    List<ToldRow> told(VisitId visit);

    record ToldRow(UUID device, int revision, Sealed content) {}

    @Insert("""
            insert into visit_telling (visit_id, device, revision, base, region_code, content, content_index, arrived_at)
            values (#{visit}, #{it.device}, #{it.revision}, #{it.base}, #{county}, #{content}, #{it.index}, #{now})
            """)
    void addTelling(VisitId visit, RegionCode county, Tellings.Telling it, Sealed content, Instant now);

    /** The number of a ticket of the enterprise; null for any other's. */
    @Select("select number from ticket_reach where ticket_id = #{ticket} and enterprise_id = #{enterprise}")
    @Nullable
    String ticketNumber(TicketId ticket, EnterpriseId enterprise);

    @Select("select file_id from visit_photo where visit_id = #{visit}")
    List<FileId> photos(VisitId visit);

    @Insert("""
            insert into visit_photo (file_id, region_code, visit_id, sent_at)
            values (#{file}, #{county}, #{visit}, #{now})
            """)
    void addPhoto(VisitId visit, FileId file, RegionCode county, Instant now);

    @Insert("""
            insert into visit_echo (visit_id, region_code, person_id, came, useful, given_at)
            select v.id, v.region_code, #{person}, #{came}, #{useful}, #{now} from visit v where v.id = #{visit}
            on conflict (visit_id) do nothing
            """)
    int echo(VisitId visit, PersonId person, boolean came, boolean useful, Instant now);

    @Select("""
            select exists (select from visit v join enterprise_member_reach m on m.enterprise_id = v.enterprise_id
                where v.id = #{visit} and v.enterprise_id = #{enterprise} and m.person_id = #{person})
            """)
    boolean isOfMember(VisitId visit, EnterpriseId enterprise, PersonId person);
}
