package io.qihang.certificate.domain;

import io.qihang.certificate.CertificateTold;
import io.qihang.enterprise.Enterprises;
import io.qihang.enterprise.Member;
import io.qihang.identity.PersonId;
import io.qihang.notification.Campaigns;
import io.qihang.notification.NewCampaign;
import io.qihang.platform.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells an enterprise's confirmed members what became of a certificate and what they can do, once per occasion. */
@Component
class CertificateNotices {

    private static final String TEMPLATE = "certificate";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Certificates certificates;
    private final CertificateMapper mapper;
    private final CertificateTypes types;
    private final Enterprises enterprises;
    private final Campaigns campaigns;
    private final Clock clock;

    CertificateNotices(
            Certificates certificates,
            CertificateMapper mapper,
            CertificateTypes types,
            Enterprises enterprises,
            Campaigns campaigns,
            Clock clock) {
        this.certificates = certificates;
        this.mapper = mapper;
        this.types = types;
        this.enterprises = enterprises;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The words: a state of at most five characters, one line, what to do, and the same in twenty characters. */
    private record Words(String status, String headline, String body, String note) {}

    /** A certificate that ends while another proves the same longer is not told of. */
    @ApplicationModuleListener
    void on(CertificateTold event) {
        Certificate certificate = certificates.require(event.certificate());
        CertificateNews news = CertificateNews.valueOf(event.news());
        boolean ends = news == CertificateNews.EXPIRING || news == CertificateNews.EXPIRED;
        List<PersonId> members = members(certificate);
        if (members.isEmpty() || (ends && isRenewed(certificate))) return;
        String name = types.nameOf(certificate.county(), certificate.type());
        Words words = words(news, certificate);
        campaigns.open(
                new NewCampaign(
                        "certificate:" + event.certificate() + ":" + event.step() + ":" + event.news(),
                        event.county(),
                        words.headline() + "：" + name,
                        name + words.body(),
                        "pages/certificate/show?id=" + event.certificate(),
                        TEMPLATE,
                        Map.of(
                                "title", name,
                                "status", words.status(),
                                "date", Times.dayOf(clock.instant()).format(DAY),
                                "note", words.note())),
                members);
    }

    private static Words words(CertificateNews news, Certificate certificate) {
        return switch (news) {
            case RETURNED -> new Words("已退回", "证书被退回", "被退回。" + reason(certificate) + "请点开改好后重新提交。", "请点开看原因，改好重新提交");
            case VERIFIED -> new Words("已认定", "证书核验通过", "已核验通过，可以用来匹配政策。", "已核验通过");
            case REVOKED -> new Words("已撤销", "认定被撤销", "的认定已被撤销，原因请点开查看；有疑问请联系县局。", "认定已撤销，点开看原因");
            case EXPIRING ->
                new Words(
                        "将到期",
                        "证书将要到期",
                        "有效期到 " + lastDay(certificate).format(DAY) + "。请提前办理续证，拿到新证书后在这里上传。",
                        lastDay(certificate).format(DAY) + "到期，请续证");
            case EXPIRED ->
                new Words(
                        "已过期",
                        "证书已过期",
                        "有效期到 " + lastDay(certificate).format(DAY) + "，已不再作为依据。有新证书的请上传。",
                        "已过期，有新证书请上传");
        };
    }

    private static String reason(Certificate certificate) {
        ReturnReason reason = certificate.returnReason();
        if (reason == null) return "";
        String note = certificate.returnNote() == null || Objects.equals(certificate.returnNote(), "")
                ? ""
                : "（" + certificate.returnNote() + "）";
        return "原因：" + reason.label() + note + "。";
    }

    private static LocalDate lastDay(Certificate certificate) {
        return Objects.requireNonNull(certificate.validUntil());
    }

    private boolean isRenewed(Certificate certificate) {
        LocalDate ends = lastDay(certificate);
        return mapper.holdings(certificate.enterprise(), certificate.factKey()).stream()
                .filter(it -> !it.id().equals(certificate.id()))
                .anyMatch(it -> it.covers(ends.plusDays(1)));
    }

    private List<PersonId> members(Certificate certificate) {
        return enterprises.confirmedMembers(certificate.enterprise()).stream()
                .map(Member::person)
                .toList();
    }
}
