package io.qihang.certificate;

import static io.qihang.testing.Subscribers.inbox;
import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.certificate.domain.ExpiryWatch;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Phones;
import io.qihang.testing.Subscribers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What an enterprise is told of its certificates, and how often. */
class CertificateNoticeTests extends CertificatePlay {

    private static final String TEMPLATE = EmbeddedServices.CERTIFICATE_TEMPLATE;
    private static final String NAME = "“专精特新”中小企业";

    @Autowired
    Subscribers subscribers;

    @Autowired
    ExpiryWatch watch;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Phones.Person person(EnterpriseId enterprise) {
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        return person;
    }

    @Test
    void a_returned_one_says_why_and_what_to_do_to_its_members_alone() {
        var enterprise = firms.in(QINGSHUI);
        var asked = subscribers.accept(person(enterprise), TEMPLATE, 2);
        var silent = person(enterprise);
        var elsewhere = subscribers.accept(person(firms.in(QINGSHUI)), TEMPLATE, 2);
        String id = submit(asked.api(), enterprise, "TX-1", today(), null);
        var officer = officer();
        officer.post(
                        desk(id) + "/return",
                        Map.of("seenVersion", version(officer, id), "reason", "UNREADABLE", "note", "印章看不清"))
                .expect(204);
        subscribers.settle(id);

        assertThat(inbox(asked)).containsExactly("证书被退回：" + NAME);
        assertThat(inbox(silent)).containsExactly("证书被退回：" + NAME);
        assertThat(inbox(elsewhere)).isEmpty();
        assertThat(asked.api().get("/api/v1/me/inbox").at("/items/0/body"))
                .isEqualTo(NAME + "被退回。原因：影像不清（印章看不清）。请点开改好后重新提交。");
        assertThat(subscribers.delivered(asked, TEMPLATE)).singleElement().satisfies(message -> {
            assertThat(message.page()).isEqualTo("pages/certificate/show?id=" + id);
            assertThat(message.data()).containsEntry("phrase2", "已退回").containsEntry("thing1", NAME);
        });
        assertThat(subscribers.delivered(silent, TEMPLATE)).isEmpty();
        assertThat(subscribers.delivered(elsewhere, TEMPLATE)).isEmpty();
    }

    @Test
    void a_verified_one_is_told_once_though_the_event_comes_twice() {
        var enterprise = firms.in(QINGSHUI);
        var member = subscribers.accept(person(enterprise), TEMPLATE, 2);
        String id = submit(member.api(), enterprise, "TX-2", today(), null);
        verify(officer(), id);
        subscribers.settle(id);
        var again = new CertificateTold(CertificateId.of(id), enterprise, new RegionCode("371525"), 2, "VERIFIED");
        transaction.executeWithoutResult(status -> events.publishEvent(again));
        subscribers.settle(id);
        assertThat(inbox(member)).containsExactly("证书核验通过：" + NAME);
        assertThat(subscribers.delivered(member, TEMPLATE)).hasSize(1);
    }

    @Test
    void the_end_is_told_three_months_ahead_and_when_it_has_come_once_each() {
        var enterprise = firms.in(QINGSHUI);
        var member = person(enterprise);
        String id = submit(member.api(), enterprise, "TX-3", today(), today().plusDays(100));
        verify(officer(), id);
        watch.run();
        subscribers.settle(id);
        assertThat(inbox(member)).containsExactly("证书核验通过：" + NAME);

        clock.move(Duration.ofDays(20));
        watch.run();
        watch.run();
        subscribers.settle(id);
        assertThat(inbox(member)).containsExactly("证书将要到期：" + NAME, "证书核验通过：" + NAME);

        clock.move(Duration.ofDays(81));
        watch.run();
        watch.run();
        subscribers.settle(id);
        assertThat(inbox(member)).containsExactly("证书已过期：" + NAME, "证书将要到期：" + NAME, "证书核验通过：" + NAME);
    }

    @Test
    void one_that_is_renewed_in_time_ends_in_silence() {
        var enterprise = firms.in(QINGSHUI);
        var member = person(enterprise);
        String old = submit(member.api(), enterprise, "TX-4", today(), today().plusDays(30));
        String fresh = submit(member.api(), enterprise, "TX-5", today(), today().plusDays(400));
        verify(officer(), old);
        verify(officer(), fresh);
        watch.run();
        clock.move(Duration.ofDays(31));
        watch.run();
        subscribers.settle(old);
        assertThat(inbox(member)).containsExactly("证书核验通过：" + NAME, "证书核验通过：" + NAME);
    }
}
