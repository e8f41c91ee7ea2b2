package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.storage.StoredFileView;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface TicketFileMapper {

    @Select("select count(*) from ticket_file where ticket_id = #{ticket} and seq = #{seq}")
    int count(TicketId ticket, int seq);

    @Insert("""
            <script>
            insert into ticket_file (file_id, region_code, ticket_id, seq, name, content_type, size, sent_at) values
            <foreach collection="files" item="it" separator=",">(#{it.id}, #{county}, #{ticket}, #{seq}, #{it.name},
                #{it.contentType}, #{it.size}, #{now})</foreach>
            </script>
            """)
    void add(RegionCode county, TicketId ticket, int seq, List<StoredFileView> files, Instant now);
}
