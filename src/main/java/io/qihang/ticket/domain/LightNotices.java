package io.qihang.ticket.domain;

import io.qihang.access.Role;
import io.qihang.enterprise.Enterprises;
import io.qihang.identity.PersonId;
import io.qihang.identity.StaffId;
import io.qihang.identity.StaffPhones;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.RegionCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells of a light whom the ladder names: the handler, the head of the office, the leader in charge. Where
 * nobody is set, everybody of the office, or all leaders of the county.
 */
@Component
class LightNotices {

    private static final String INBOX_PAGE = "pages/me/inbox";

    private final Tickets tickets;
    private final TicketSettings settings;
    private final LightMapper mapper;
    private final Enterprises enterprises;
    private final StaffPhones phones;
    private final Campaigns campaigns;

    LightNotices(
            Tickets tickets,
            TicketSettings settings,
            LightMapper mapper,
            Enterprises enterprises,
            StaffPhones phones,
            Campaigns campaigns) {
        this.tickets = tickets;
        this.settings = settings;
        this.mapper = mapper;
        this.enterprises = enterprises;
        this.phones = phones;
        this.campaigns = campaigns;
    }

    @ApplicationModuleListener
    void on(LightGiven given) {
        Ticket ticket = tickets.require(given.ticket());
        List<PersonId> persons = persons(ticket, given.to());
        if (persons.isEmpty()) return;
        Step step = ticket.steps().all().get(given.stepNo() - 1);
        String firm = enterprises.names(List.of(ticket.enterprise())).getOrDefault(ticket.enterprise(), "");
        String what = given.light().label() + "（" + step.kind().label() + "）";
        campaigns.open(
                new NewCampaign(
                        "ticket:" + given.ticket() + ":light:" + given.stepNo() + ":" + given.light(),
                        ticket.county(),
                        what + "：" + ticket.title(),
                        ticket.number() + "，" + firm + "的诉求，" + step.kind().label() + "期限 "
                                + HopTexts.moment(step.dueAt()) + "，"
                                + words(given.light()) + "请登录控制台查看。",
                        INBOX_PAGE,
                        null,
                        Map.of()),
                persons);
    }

    private static String words(Light light) {
        return switch (light) {
            case YELLOW -> "时间已过大半，请抓紧。";
            case RED -> "就要超期，请督促办理。";
            case SUPERVISE, REMIND -> "已转为督办，可在诉求页打印督办单。";
        };
    }

    private List<PersonId> persons(Ticket ticket, Recipient to) {
        RegionCode county = ticket.county();
        String office = ticket.office();
        if (office == null) return to == Recipient.LEADER ? leaders(county) : ledger(county);
        LightMapper.Contact contact = mapper.contact(county, office);
        List<PersonId> one =
                switch (to) {
                    case PERSON -> of(ticket.handler());
                    case HEAD -> of(contact == null ? null : contact.head());
                    case LEADER -> of(contact == null ? null : contact.leader());
                };
        if (!one.isEmpty()) return one;
        return to == Recipient.LEADER ? leaders(county) : phones.of(Role.HANDLER, county, office);
    }

    private List<PersonId> of(@Nullable UUID account) {
        return account == null ? List.of() : phones.of(List.of(new StaffId(account)));
    }

    private List<PersonId> leaders(RegionCode county) {
        return phones.of(Role.LEADER, county, null);
    }

    private List<PersonId> ledger(RegionCode county) {
        var setting = settings.of(county);
        boolean bureau = setting.bureau().equals(setting.ledgerOffice());
        return phones.of(Role.COUNTY_OFFICER, county, bureau ? null : setting.ledgerOffice());
    }
}
