package io.qihang.policy.domain;

import io.qihang.platform.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a policy as a document. What the original does not state stays empty.
 *
 * @param kind kind of document
 * @param title title as the original states it
 * @param shortTitle what lists call it; never empty
 * @param issuer who issued it (发文机关)
 * @param documentNumber 文号
 * @param issuedOn 成文日期
 * @param publishedOn day it was made public elsewhere, such as in a gazette
 * @param effectiveFrom first day in force
 * @param effectiveUntil last day in force (有效期)
 * @param periodFrom first day of the period the document is for, such as a year's plan
 * @param periodUntil last day of that period
 * @param applyFrom first day on which one may apply
 * @param applyUntil last day on which one may apply
 * @param applyYearly whether applications open again each year at the same time; null when the original does not say
 * @param applyOffice who takes applications (受理单位)
 * @param applyChannel how one applies officially (申报渠道), such as a site or a counter
 * @param remark what a reader should know about the original
 */
public record Particulars(
        Kind kind,
        @Nullable String title,
        String shortTitle,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable LocalDate applyFrom,
        @Nullable LocalDate applyUntil,
        @Nullable Boolean applyYearly,
        @Nullable String applyOffice,
        @Nullable String applyChannel,
        @Nullable String remark) {

    /** Kinds of document. */
    public enum Kind {
        NOTICE("通知"),
        OPINION("意见"),
        MEASURES("措施"),
        GUIDE("申报指南"),
        INTERPRETATION("政策解读");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind's Chinese name. */
        public String label() {
            return label;
        }
    }

    /** Whether the policy holds on a day. */
    public enum Term {
        UPCOMING("尚未施行"),
        IN_FORCE("有效"),
        LAPSED("已失效"),
        PERIOD_OVER("实施期已满"),
        UNSTATED("文件未写有效期");

        private final String label;

        Term(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the time the document was made for is over. */
        public boolean isOver() {
            return this == LAPSED || this == PERIOD_OVER;
        }
    }

    /** Whether one may apply on a day. */
    public enum Window {
        NONE(""),
        NOT_YET("申报未开始"),
        OPEN("申报中"),
        CLOSED("申报已截止");

        private final String label;

        Window(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Particulars {
        if (shortTitle.isBlank()) throw Problem.of(PolicyProblem.TITLE_MISSING);
        ordered(effectiveFrom, effectiveUntil, "失效日期不能早于施行日期");
        ordered(periodFrom, periodUntil, "实施期的结束不能早于开始");
        ordered(applyFrom, applyUntil, "申报截止不能早于申报开始");
    }

    /** Whether the policy holds on the day. */
    public Term term(LocalDate today) {
        if (effectiveUntil != null && today.isAfter(effectiveUntil)) return Term.LAPSED;
        if (periodUntil != null && today.isAfter(periodUntil)) return Term.PERIOD_OVER;
        if (effectiveFrom != null && today.isBefore(effectiveFrom)) return Term.UPCOMING;
        boolean stated = effectiveFrom != null || effectiveUntil != null || periodUntil != null;
        return stated ? Term.IN_FORCE : Term.UNSTATED;
    }

    /** Whether one may apply on the day. */
    public Window window(LocalDate today) {
        if (applyFrom == null && applyUntil == null) return Window.NONE;
        if (applyFrom != null && today.isBefore(applyFrom)) return Window.NOT_YET;
        return applyUntil != null && today.isAfter(applyUntil) ? Window.CLOSED : Window.OPEN;
    }

    /**
     * When one may apply.
     *
     * @param expected whether these are last year's days moved on, for nobody has set this year's
     */
    public record Span(@Nullable LocalDate from, @Nullable LocalDate until, boolean expected) {}

    /** The days that are open on a day or come next; empty when none are known to come. */
    public Optional<Span> span(LocalDate today) {
        Window window = window(today);
        if (window == Window.NONE) return Optional.empty();
        if (window != Window.CLOSED) return Optional.of(new Span(applyFrom, applyUntil, false));
        if (!Boolean.TRUE.equals(applyYearly) || applyUntil == null) return Optional.empty();
        int years = today.getYear() - applyUntil.getYear();
        if (applyUntil.plusYears(years).isBefore(today)) years++;
        LocalDate from = applyFrom == null ? null : applyFrom.plusYears(years);
        return Optional.of(new Span(from, applyUntil.plusYears(years), true));
    }

    /** What a search over titles looks through. */
    String searched() {
        return String.join(
                "\n",
                shortTitle,
                title == null ? "" : title,
                documentNumber == null ? "" : documentNumber,
                issuer == null ? "" : issuer);
    }

    private static void ordered(@Nullable LocalDate from, @Nullable LocalDate until, String words) {
        if (from != null && until != null && until.isBefore(from)) {
            throw Problem.of(PolicyProblem.DATES_CROSSED, words);
        }
    }
}
