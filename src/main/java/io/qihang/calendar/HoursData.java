package io.qihang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Office hours as they are written in data and kept.
 *
 * @param hours outside all seasons, such as {@code 08:30-12:00,14:00-18:00}
 * @param from the first day in force; the beginning of time when left out
 * @param source the sentence they rest on
 */
record HoursData(
        String hours,
        @Nullable LocalDate from,
        @Nullable String source,
        @Nullable List<SeasonData> seasons) {

    /** A part of the year; {@code from} and {@code until} are written 05-01. */
    record SeasonData(String name, String from, String until, String hours) {

        OfficeHours.Season asSeason() {
            if (name.isBlank()) throw new IllegalArgumentException("每个季节要有名称，例如 夏季。");
            return new OfficeHours.Season(name, day(from), day(until), WorkingHours.parse(hours));
        }

        private static MonthDay day(String text) {
            try {
                return MonthDay.parse("--" + text.strip());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("季节的起止日期“" + text + "”看不懂，请写成 05-01 这样的月和日。", e);
            }
        }
    }

    /** The seasons as they are kept. */
    record SeasonList(List<SeasonData> items) {

        public SeasonList {
            items = List.copyOf(items);
        }
    }

    /**
     * The hours they mean.
     *
     * @throws IllegalArgumentException with a Chinese message that shows the right form
     */
    OfficeHours.Version asVersion() {
        return new OfficeHours.Version(
                from == null ? LocalDate.EPOCH : from,
                source == null ? "" : source,
                WorkingHours.parse(hours),
                seasonList().items().stream().map(SeasonData::asSeason).toList());
    }

    SeasonList seasonList() {
        return new SeasonList(seasons == null ? List.of() : seasons);
    }

    static HoursData of(OfficeHours.Version version) {
        return new HoursData(
                version.usual().setting(),
                version.from(),
                version.source(),
                version.seasons().stream()
                        .map(it -> new SeasonData(
                                it.name(),
                                it.from().toString().substring(2),
                                it.until().toString().substring(2),
                                it.hours().setting()))
                        .toList());
    }
}
