package io.qihang.visit.domain;

import io.qihang.agenda.Occasion;
import io.qihang.agenda.TaskRule;
import io.qihang.platform.Times;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What field work makes tasks of by itself. Each closes when what it waits for is done. */
@Configuration(proxyBeanMethods = false)
class FieldRules {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    /** 很久没去: nobody visited for so many days; the next visit of anybody closes it. */
    @Bean
    static TaskRule silent(FieldRuleMapper mapper) {
        return new Rule(
                "silent",
                "很久没去",
                question -> mapper.silent(question, question.today().minusDays(question.days())).stream()
                        .map(it -> {
                            var since = it.visitedAt() == null ? it.startsOn() : Times.dayOf(it.visitedAt());
                            String what = it.visitedAt() == null ? "还没有去过" : since.format(DAY) + "之后没有去过";
                            var from = since.plusDays(question.days());
                            return new Occasion(it.enterpriseId(), since.toString(), "去看一看，" + what, from, null, from);
                        })
                        .toList());
    }

    /** 承诺到期: a promise whose last day comes in so many days or is over; its outcome closes it. */
    @Bean
    static TaskRule promiseDue(FieldRuleMapper mapper) {
        return new Rule(
                "promise-due",
                "承诺到期",
                question -> mapper.promisesDue(question, question.today().plusDays(question.days())).stream()
                        .map(it -> new Occasion(
                                it.enterpriseId(),
                                it.id().toString(),
                                "兑现承诺：" + it.what(),
                                it.dueOn().minusDays(question.days()),
                                null,
                                it.dueOn()))
                        .toList());
    }

    /**
     * 持续跟踪: from so many days after a ticket was closed, and for as long again, somebody is to ask whether the problem
     * is back; a visit in that time closes it, and so does reopening the ticket.
     */
    @Bean
    static TaskRule ticketRecheck(FieldRuleMapper mapper) {
        return new Rule("ticket-recheck", "销号后回头看", question -> {
            var until = question.today().minusDays(question.days() - 1L);
            var from = question.today().minusDays(2L * question.days());
            return mapper
                    .toRecheck(
                            question,
                            from.atStartOfDay(Times.SHANGHAI).toInstant(),
                            until.atStartOfDay(Times.SHANGHAI).toInstant())
                    .stream()
                    .map(it -> {
                        var opens = Times.dayOf(it.closedAt()).plusDays(question.days());
                        return new Occasion(
                                it.enterpriseId(),
                                it.ticketId() + " " + it.closedAt().getEpochSecond(),
                                "问问有没有再出现：" + it.title() + "（" + it.number() + "）",
                                opens,
                                opens.plusDays(question.days()),
                                null);
                    })
                    .toList();
        });
    }

    private interface Answer {
        List<Occasion> to(TaskRule.Question question);
    }

    private record Rule(String key, String label, Answer answer) implements TaskRule {

        @Override
        public List<Occasion> occasions(Question question) {
            return answer.to(question);
        }
    }
}
