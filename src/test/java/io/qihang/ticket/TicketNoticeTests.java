package io.qihang.ticket;

import static io.qihang.testing.Subscribers.inbox;
import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.Subscribers;
import io.qihang.ticket.domain.DeadlineWatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom a ticket's hops reach, by what way, and how often. */
class TicketNoticeTests extends TicketPlay {

    private static final String TEMPLATE = EmbeddedServices.TICKET_TEMPLATE;

    @Autowired
    Subscribers subscribers;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final String title = "停电" + UUID.randomUUID().toString().substring(0, 8);

    private Phones.Person person(EnterpriseId enterprise) {
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        return person;
    }

    private String raise(Phones.Person by, EnterpriseId enterprise) {
        var body = Map.of("category", "labour-energy", "title", title, "content", "本月已停电五次。");
        String ticket = by.api()
                .once()
                .post("/api/v1/enterprises/" + enterprise + "/tickets", body)
                .expect(201)
                .at("/id");
        awaitChecked(ticket);
        return ticket;
    }

    @Test
    void every_confirmed_member_is_told_once_and_nobody_else() {
        var enterprise = firms.in(QINGSHUI);
        var asked = subscribers.accept(person(enterprise), TEMPLATE, 3);
        var silent = person(enterprise);
        var unconfirmed = subscribers.accept(phones.signIn(), TEMPLATE, 3);
        firms.joinUnconfirmed(enterprise, unconfirmed.id());
        var elsewhere = subscribers.accept(person(firms.in(QINGSHUI)), TEMPLATE, 3);

        String ticket = raise(asked, enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        subscribers.settle(ticket);

        assertThat(inbox(asked)).containsExactlyInAnyOrder("诉求已受理：" + title, "请确认是否解决：" + title);
        assertThat(inbox(silent)).containsExactlyInAnyOrder("诉求已受理：" + title, "请确认是否解决：" + title);
        assertThat(inbox(unconfirmed)).isEmpty();
        assertThat(inbox(elsewhere)).isEmpty();
        assertThat(subscribers.delivered(asked, TEMPLATE)).hasSize(2).allSatisfy(message -> {
            assertThat(message.page()).isEqualTo("pages/ticket/show?id=" + ticket);
            assertThat(message.data()).containsOnlyKeys("thing1", "phrase2", "date3", "thing4");
            assertThat(message.data()).containsEntry("thing1", title).containsEntry("date3", "2026年9月30日");
        });
        for (Phones.Person untold : List.of(silent, unconfirmed, elsewhere)) {
            assertThat(subscribers.delivered(untold, TEMPLATE)).isEmpty();
        }
    }

    @Test
    void an_event_handed_over_twice_is_told_once() {
        var enterprise = firms.in(QINGSHUI);
        var member = subscribers.accept(person(enterprise), TEMPLATE, 3);
        String ticket = raise(member, enterprise);
        bringToWork(ticket, officer(), handler(OFFICE), OFFICE);
        subscribers.settle(ticket);
        var again = new TicketEvent(
                1,
                TicketId.of(ticket),
                enterprise,
                COUNTY,
                3,
                "ACCEPT",
                "HANDLING",
                Instant.parse("2026-09-30T01:00:00Z"));
        transaction.executeWithoutResult(status -> events.publishEvent(again));
        subscribers.settle(ticket);
        assertThat(inbox(member)).containsExactly("诉求已受理：" + title);
        assertThat(subscribers.delivered(member, TEMPLATE)).hasSize(1);
    }

    @Test
    void silence_is_reminded_once_and_its_end_is_told() {
        var enterprise = firms.in(QINGSHUI);
        var member = person(enterprise);
        String ticket = raise(member, enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        set("2026-10-14T09:00");
        watch.giveLights();
        watch.giveLights();
        subscribers.settle(ticket);
        officer().post(desk(ticket) + "/unanswered", reason("三次电话均无人接听。")).expect(204);
        subscribers.settle(ticket);
        assertThat(inbox(member))
                .containsExactlyInAnyOrder(
                        "诉求已受理：" + title, "请确认是否解决：" + title, "确认期限已过，请尽快确认：" + title, "诉求按未回应销号：" + title);
    }

    @Test
    void staff_are_told_on_the_phones_they_work_on_when_it_is_their_turn() {
        var enterprise = firms.in(QINGSHUI);
        var member = person(enterprise);
        var hired = staffing.hire(COUNTY, Role.HANDLER, null, OFFICE);
        var handler = subscribers.accept(phones.bound(hired), TEMPLATE, 1);
        var other = phones.bound(staffing.hire(COUNTY, Role.HANDLER, null, "gxj"));
        var county = staffing.hire(Role.COUNTY_OFFICER);
        var officer = phones.bound(county);

        String ticket = raise(member, enterprise);
        county.api().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
        subscribers.settle(ticket);
        assertThat(about(officer)).containsExactly("新诉求，请分派：" + title);
        assertThat(about(handler)).containsExactly("新分派的诉求，请受理：" + title);
        assertThat(subscribers.delivered(handler, TEMPLATE)).hasSize(1);

        set("2026-10-09T09:00");
        watch.giveLights();
        Api again = handler(OFFICE);
        again.post(desk(ticket) + "/acceptance", Map.of()).expect(204);
        again.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);
        member.api()
                .once()
                .post("/api/v1/tickets/" + ticket + "/rejection", reason("又停电。"))
                .expect(200);
        subscribers.settle(ticket);
        assertThat(about(handler).stream().filter(it -> !it.startsWith("红灯")))
                .as("the red light goes to the head of the office, if one is named")
                .containsExactlyInAnyOrder(
                        "新分派的诉求，请受理：" + title, "超期催办：" + title, "黄灯（受理）：" + title, "企业认为没有解决，请继续办理：" + title);
        assertThat(subscribers.delivered(handler, TEMPLATE))
                .as("one accept is good for one message")
                .hasSize(1);
        assertThat(about(other)).isEmpty();
        assertThat(about(officer)).containsExactly("新诉求，请分派：" + title);
    }

    private List<String> about(Phones.Person person) {
        return inbox(person).stream().filter(it -> it.endsWith(title)).toList();
    }
}
