package io.qihang.certificate.domain;

import io.qihang.agenda.BriefItem;
import io.qihang.agenda.BriefSource;
import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskRule;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Certificates that end soon and are not renewed: in the brief before the door, and as tasks from so many days before
 * the last day up to it. A renewed one, or one that was revoked, closes its task by itself.
 */
@Component
@Order(30)
class CertificateAgenda implements BriefSource, TaskRule {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final CertificateAgendaMapper mapper;
    private final CertificateTypes types;

    CertificateAgenda(CertificateAgendaMapper mapper, CertificateTypes types) {
        this.mapper = mapper;
        this.types = types;
    }

    @Override
    public String key() {
        return "certificate-expiring";
    }

    @Override
    public String title() {
        return "快到期的证书";
    }

    @Override
    public String label() {
        return "证书快到期";
    }

    @Override
    public List<BriefItem> about(Collection<UUID> subjects, LocalDate day) {
        return mapper.ending(subjects, day, day.plusDays(CertificateValidity.NEAR), MOST).stream()
                .map(it -> new BriefItem(
                        it.enterpriseId(),
                        it.id(),
                        types.nameOf(it.regionCode(), it.type()),
                        "有效期到 " + it.validUntil(),
                        it.validUntil()))
                .toList();
    }

    @Override
    public List<Occasion> occasions(Question question) {
        return mapper.endingIn(question, question.today().plusDays(question.days())).stream()
                .map(it -> new Occasion(
                        it.enterpriseId(),
                        it.id().toString(),
                        "提醒续证：" + types.nameOf(it.regionCode(), it.type()) + "，"
                                + it.validUntil().format(DAY) + "到期",
                        it.validUntil().minusDays(question.days()),
                        it.validUntil(),
                        it.validUntil()))
                .toList();
    }
}
