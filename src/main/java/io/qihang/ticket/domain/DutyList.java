package io.qihang.ticket.domain;

import io.qihang.platform.RegionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a county's 职责清单: which office mainly handles which matters. A suggestion only; the 台账 office
 * dispatches, the enterprise never chooses a department.
 *
 * @param source the document it rests on
 * @param effectiveFrom first day in force, until the next version is
 */
public record DutyList(int version, String label, String source, LocalDate effectiveFrom, Duties duties) {

    /** Its lines in order. */
    public record Duties(List<Duty> items) {

        public Duties {
            items = List.copyOf(items);
        }
    }

    /**
     * One line of the list. An empty condition holds for every ticket.
     *
     * @param code its number in the list
     * @param category code of the ticket's category
     * @param words one of which stands in the ticket's title or text
     * @param units codes of the 乡镇/街道/开发区 the enterprise counts in
     * @param industries codes of GB/T 4754 with which the enterprise's industry begins
     * @param matter what it is about, as people say it
     * @param office code of the office that mainly handles it
     * @param basis the sentence the duty rests on
     */
    public record Duty(
            String code,
            String category,
            List<String> words,
            List<String> units,
            List<String> industries,
            String matter,
            String office,
            String basis) {

        public Duty {
            words = List.copyOf(words);
            units = List.copyOf(units);
            industries = List.copyOf(industries);
        }

        private boolean covers(Matter asked) {
            return category.equals(asked.category())
                    && (words.isEmpty() || words.stream().anyMatch(asked.text()::contains))
                    && (units.isEmpty() || units.contains(asked.unit().value()))
                    && (industries.isEmpty() || isOfIndustry(asked.industry()));
        }

        private boolean isOfIndustry(@Nullable String industry) {
            return industry != null && industries.stream().anyMatch(industry::startsWith);
        }

        private int conditions() {
            return (words.isEmpty() ? 0 : 1) + (units.isEmpty() ? 0 : 1) + (industries.isEmpty() ? 0 : 1);
        }

        private List<String> wordsIn(Matter asked) {
            return words.stream().filter(asked.text()::contains).toList();
        }
    }

    /**
     * What a ticket is about.
     *
     * @param text its title and content
     * @param unit the unit its enterprise counts in
     * @param industry the enterprise's industry; null when not known
     */
    public record Matter(
            String category,
            String text,
            RegionCode unit,
            @Nullable String industry) {}

    /** A line that covers a ticket, and which of its words were found. */
    public record Suggestion(Duty duty, List<String> found) {

        /** Why this office, as a person reads it, without the list's name. */
        String reason(String categoryName, String unitName) {
            List<String> because = new ArrayList<>();
            because.add("类别为“" + categoryName + "”");
            if (!found.isEmpty()) because.add("内容提到“" + String.join("”“", found) + "”");
            if (!duty.units().isEmpty()) because.add("企业在" + unitName);
            if (!duty.industries().isEmpty()) because.add("企业属于这一行业");
            return "第" + duty.code() + "条“" + duty.matter() + "”：" + String.join("，", because) + "。";
        }
    }

    /** The lines that cover a ticket, the most specific first; of equally specific ones the earlier. One per office. */
    public List<Suggestion> suggest(Matter matter) {
        List<Suggestion> covering = duties.items().stream()
                .filter(duty -> duty.covers(matter))
                .sorted(Comparator.comparingInt(Duty::conditions)
                        .thenComparingInt((Duty duty) -> duty.wordsIn(matter).size())
                        .reversed())
                .map(duty -> new Suggestion(duty, duty.wordsIn(matter)))
                .toList();
        List<Suggestion> onePerOffice = new ArrayList<>();
        for (Suggestion suggestion : covering) {
            if (onePerOffice.stream()
                    .noneMatch(it -> it.duty().office().equals(suggestion.duty().office()))) {
                onePerOffice.add(suggestion);
            }
        }
        return List.copyOf(onePerOffice);
    }
}
