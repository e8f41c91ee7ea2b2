package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RegionPackImportMapper {

    /** An import takes longer than a request may: two minutes, for this transaction only. */
    @Select("select set_config('lock_timeout', '120s', true) || set_config('statement_timeout', '120s', true)")
    String waitLonger();

    /** Waits until no other node imports; the turn ends with the transaction. */
    @Select("select pg_advisory_xact_lock(815002) is null")
    boolean takeTurn();

    @Select("select pack, file, version, hash from region_pack_import")
    List<Imported> all();

    @Insert("""
            insert into region_pack_import (pack, file, region_code, version, hash, imported_at)
            values (#{pack}, #{file}, #{region}, #{version}, #{hash}, #{now})
            on conflict (pack, file) do update set version = excluded.version, hash = excluded.hash,
                imported_at = excluded.imported_at
            """)
    void record(String pack, String file, RegionCode region, int version, String hash, Instant now);

    record Imported(String pack, String file, int version, String hash) {}
}
