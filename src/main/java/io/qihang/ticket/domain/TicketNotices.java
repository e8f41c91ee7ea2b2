package io.qihang.ticket.domain;

import io.qihang.access.Role;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffPhones;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.region.Office;
import io.qihang.region.Offices;
import io.qihang.ticket.TicketEvent;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the people whose turn it is: the enterprise's confirmed members what became of their ticket, and the staff of
 * the office that must act, on the phones they work on. Each hop is told once to each side.
 */
@Component
class TicketNotices {

    private static final String TEMPLATE = "ticket";
    private static final String ENTERPRISE_PAGE = "pages/ticket/show?id=";
    private static final String INBOX_PAGE = "pages/me/inbox";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Tickets tickets;
    private final TicketSettings settings;
    private final ClockSettings clocks;
    private final Enterprises enterprises;
    private final StaffPhones phones;
    private final Offices offices;
    private final Campaigns campaigns;
    private final ContentCheckMapper checks;

    TicketNotices(
            Tickets tickets,
            TicketSettings settings,
            ClockSettings clocks,
            Enterprises enterprises,
            StaffPhones phones,
            Offices offices,
            Campaigns campaigns,
            ContentCheckMapper checks) {
        this.tickets = tickets;
        this.settings = settings;
        this.clocks = clocks;
        this.enterprises = enterprises;
        this.phones = phones;
        this.offices = offices;
        this.campaigns = campaigns;
        this.checks = checks;
    }

    @ApplicationModuleListener
    void on(TicketEvent event) {
        Ticket ticket = tickets.require(event.ticket());
        var named = tickets.requireHop(event.ticket(), event.seq());
        Hop hop = named.hop();
        EnterpriseNotice.of(hop, ticket, officeName(ticket.county(), hop.office()))
                .map(notice -> checks.showsTitle(ticket.id()) ? notice : notice.untitled(ticket.number()))
                .ifPresent(notice -> send(event, "enterprise", ENTERPRISE_PAGE + ticket.id(), notice, members(ticket)));
        StaffNotice.of(hop, ticket, named.enterpriseName())
                .ifPresent(notice -> send(event, "staff", INBOX_PAGE, notice.words(), staff(notice.to(), ticket, hop)));
    }

    private void send(TicketEvent event, String side, String page, Notice notice, Collection<PersonId> persons) {
        if (persons.isEmpty()) return;
        campaigns.open(
                new NewCampaign(
                        "ticket:" + event.ticket() + ":" + event.seq() + ":" + side,
                        event.county(),
                        notice.headline(),
                        notice.body(),
                        page,
                        TEMPLATE,
                        Map.of(
                                "title", notice.title(),
                                "status", notice.status(),
                                "date", Times.dayOf(event.at()).format(DAY),
                                "note", notice.note())),
                persons);
    }

    private List<PersonId> members(Ticket ticket) {
        return enterprises.confirmedMembers(ticket.enterprise()).stream()
                .map(Member::person)
                .toList();
    }

    /** Who works on it: the handlers of its office, or those who keep the 台账. */
    private List<PersonId> staff(Party party, Ticket ticket, Hop hop) {
        RegionCode county = ticket.county();
        if (party == Party.HANDLER) {
            return hop.office() == null ? List.of() : phones.of(Role.HANDLER, county, hop.office());
        }
        if (party == Party.ARBITER) return phones.of(Role.HANDLER, county, Objects.requireNonNull(hop.office()));
        if (party == Party.ASSISTANT) {
            return ticket.assists()
                    .find(hop.seq())
                    .map(it -> phones.of(Role.HANDLER, county, it.office()))
                    .orElse(List.of());
        }
        var setting = settings.of(county);
        String office =
                hop.action() == TicketAction.ASK_EXTENSION ? clocks.extensionOffice(county) : setting.ledgerOffice();
        return phones.of(Role.COUNTY_OFFICER, county, setting.bureau().equals(office) ? null : office);
    }

    private String officeName(RegionCode county, @org.jspecify.annotations.Nullable String office) {
        return office == null
                ? ""
                : offices.find(county, office).map(Office::name).orElse(office);
    }
}
