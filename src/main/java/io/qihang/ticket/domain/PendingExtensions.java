package io.qihang.ticket.domain;

import io.qihang.access.Actor;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.platform.RegionCode;
import io.qihang.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 待批的延期: what offices asked for to have longer and nobody has decided. */
@Service
public class PendingExtensions {

    private final WaitMapper mapper;
    private final ClockSettings settings;
    private final TicketAccess access;
    private final Clock clock;

    PendingExtensions(WaitMapper mapper, ClockSettings settings, TicketAccess access, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    /**
     * An extension that is asked for.
     *
     * @param officeName the office that asks
     * @param deciderName the office that decides
     * @param dueAt until when 办结 is due if it is not extended
     * @param overdue whether that has passed meanwhile
     */
    public record PendingExtension(
            TicketId ticket,
            String number,
            String title,
            EnterpriseId enterprise,
            String enterpriseName,
            String officeName,
            String deciderName,
            String reason,
            Instant askedAt,
            Instant dueAt,
            boolean overdue) {}

    /** What waits for a decision in the officer's counties, the longest waiting first. */
    public Page<PendingExtension> list(Actor officer, PageRequest page) {
        var rows = mapper.pendingExtensions(officer.scope(), page.afterPosition(), page.fetch());
        return Page.of(
                        rows,
                        page.size(),
                        it -> PageRequest.key(it.askedAt(), it.ticket().value()))
                .map(this::line);
    }

    private PendingExtension line(WaitMapper.PendingRow row) {
        RegionCode county = row.regionCode();
        return new PendingExtension(
                row.ticket(),
                row.number(),
                row.title(),
                row.enterpriseId(),
                row.enterpriseName(),
                nameOf(county, row.office()),
                nameOf(county, settings.extensionOffice(county)),
                row.reason(),
                row.askedAt(),
                row.dueAt(),
                row.dueAt().isBefore(clock.instant()));
    }

    private String nameOf(RegionCode county, @Nullable String office) {
        return office == null ? "" : access.nameOf(county, office);
    }
}
