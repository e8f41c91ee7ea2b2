package io.qihang.enterprise.citylist;

import io.qihang.access.Actor;
import io.qihang.audit.AuditTrail;
import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.PlatformProblem;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The snapshots of the city platform's list, and how one is taken back. */
@Service
public class CityLists {

    private final CityListMapper mapper;
    private final AuditTrail audit;
    private final Clock clock;

    CityLists(CityListMapper mapper, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** A snapshot in the list of imports. */
    public record ListingLine(
            UUID id,
            String fileName,
            LocalDate listedOn,
            int rows,
            Instant importedAt,
            @Nullable Instant undoneAt) {}

    /** The county's snapshots, the last imported first. */
    public Page<ListingLine> list(Actor officer, RegionCode county, PageRequest page) {
        requireCounty(officer, county);
        return Page.of(mapper.listings(county, page.afterId(), page.fetch()), page.size(), it -> it.id()
                .toString());
    }

    /** Takes a snapshot back: the one before it counts again. */
    @Transactional
    public void undo(Actor officer, UUID id) {
        var listing = mapper.lock(id);
        if (listing == null) throw Problem.of(PlatformProblem.NOT_FOUND);
        requireCounty(officer, listing.county());
        if (listing.undoneAt() != null) throw Problem.of(EnterpriseProblem.REGISTER_IMPORT_UNDONE);
        mapper.undone(id, officer.account(), clock.instant());
        audit.record("platform-listing.undo", "platform-listing", id, "撤销市平台名单 " + listing.fileName());
    }

    private static void requireCounty(Actor officer, RegionCode county) {
        if (!officer.scope().counties().contains(county)) throw Problem.of(PlatformProblem.NOT_FOUND);
    }
}
