package io.qihang.policy.domain;

import io.qihang.agenda.BriefItem;
import io.qihang.agenda.BriefSource;
import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskRule;
import io.qihang.platform.Times;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Policies in force that were sent to an enterprise and that nobody there has opened nor was told of in person: in the
 * brief before the door, and as tasks for so many days after their publication. The first member who reads one, or the
 * commissioner who tells it, closes its task.
 */
@Component
@Order(20)
class PolicyAgenda implements BriefSource, TaskRule {

    private final PolicyAgendaMapper mapper;

    PolicyAgenda(PolicyAgendaMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String key() {
        return "policy-unread";
    }

    @Override
    public String title() {
        return "发给企业还没有看的政策";
    }

    @Override
    public String label() {
        return "新政策还没有看";
    }

    @Override
    public List<BriefItem> about(Collection<UUID> subjects, LocalDate day) {
        return mapper.unread(subjects, MOST).stream()
                .map(it -> new BriefItem(
                        it.enterpriseId(), it.id(), it.title(), Times.dayOf(it.publishedAt()) + " 发出", it.applyUntil()))
                .toList();
    }

    @Override
    public List<Occasion> occasions(Question question) {
        var since = question.today()
                .minusDays(question.days())
                .atStartOfDay(Times.SHANGHAI)
                .toInstant();
        return mapper.unreadIn(question, since).stream()
                .map(it -> {
                    LocalDate from = Times.dayOf(it.publishedAt());
                    return new Occasion(
                            it.enterpriseId(),
                            it.id().toString(),
                            "向企业讲一讲：" + it.title(),
                            from,
                            from.plusDays(question.days()),
                            it.applyUntil());
                })
                .toList();
    }
}
