package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import io.qihang.storage.StoredFileView;
import io.qihang.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface TicketFileMapper {

    @Select("select count(*) from ticket_file where ticket_id = #{ticket} and seq = #{seq}")
    int count(TicketId ticket, int seq);

    /**
     * Adds files to a hop.
     *
     * @param author the person of the enterprise whose files are checked before others of it see them; null for none.
     *     WeChat checks images, a person looks at what is none. The check has the id of its file.
     */
    @Insert("""
            <script>
            with sent as (
                insert into ticket_file (file_id, region_code, ticket_id, seq, name, content_type, size, sent_at) values
                <foreach collection="files" item="it" separator=",">(#{it.id}, #{county}, #{ticket}, #{seq}, #{it.name},
                    #{it.contentType}, #{it.size}, #{now})</foreach>
                returning *, starts_with(content_type, 'image/') as image)
            insert into ticket_content_check (id, region_code, ticket_id, seq, file_id, account, written_at, state, next_at,
                cause)
            select file_id, region_code, ticket_id, seq, file_id, author.id, sent_at,
                case when image then 'WAITING' else 'REVIEW' end, case when image then sent_at end,
                case when not image then 'NO_IMAGE' end
            from sent, (select #{author} :: uuid as id) author where author.id is not null
            </script>
            """)
    void add(
            RegionCode county,
            TicketId ticket,
            int seq,
            List<StoredFileView> files,
            @Nullable UUID author,
            Instant now);
}
