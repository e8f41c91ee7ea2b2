package io.qihang.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The office hours of a county over the years: versions, each in force from a day, with hours of their own for a part
 * of the year. Before its first version the first one holds.
 */
public record OfficeHours(List<Version> versions) {

    /**
     * Hours in force from a day.
     *
     * @param source the sentence they rest on; empty for the system's own
     * @param usual outside all seasons
     */
    public record Version(LocalDate from, String source, WorkingHours usual, List<Season> seasons) {

        public Version {
            seasons = List.copyOf(seasons);
            for (int i = 0; i < seasons.size(); i++) {
                for (Season other : seasons.subList(0, i)) {
                    if (seasons.get(i).overlaps(other)) {
                        throw new IllegalArgumentException(
                                "作息季节“" + other.name() + "”和“" + seasons.get(i).name() + "”的日期重叠，请改成前后相接。");
                    }
                }
            }
        }

        WorkingHours on(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            return seasons.stream()
                    .filter(season -> season.covers(day))
                    .map(Season::hours)
                    .findFirst()
                    .orElse(usual);
        }
    }

    /**
     * A part of every year, both ends included; over the turn of the year when it ends before it begins.
     *
     * @param name as people call it, such as 夏季
     */
    public record Season(String name, MonthDay from, MonthDay until, WorkingHours hours) {

        boolean covers(MonthDay day) {
            return from.isAfter(until)
                    ? !day.isBefore(from) || !day.isAfter(until)
                    : !day.isBefore(from) && !day.isAfter(until);
        }

        boolean overlaps(Season other) {
            return covers(other.from) || other.covers(from);
        }
    }

    public OfficeHours {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) throw new IllegalArgumentException("Office hours need a version");
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
                throw new IllegalArgumentException("Versions of office hours must follow each other");
            }
        }
    }

    /** The same hours all year, every year. */
    public static OfficeHours always(WorkingHours hours) {
        return new OfficeHours(List.of(new Version(LocalDate.EPOCH, "", hours, List.of())));
    }

    /** The hours of a date, were it worked as usual. */
    public WorkingHours on(LocalDate date) {
        return versionOn(date).on(date);
    }

    /** The version in force on a date. */
    public Version versionOn(LocalDate date) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!versions.get(i).from().isAfter(date)) return versions.get(i);
        }
        return versions.get(0);
    }

    /** These hours, and others from a day on; those that began that day are replaced. */
    public OfficeHours with(Version version) {
        List<Version> all = new ArrayList<>();
        for (Version it : versions) {
            if (it.from().isBefore(version.from())) all.add(it);
        }
        all.add(version);
        for (Version it : versions) {
            if (it.from().isAfter(version.from())) all.add(it);
        }
        return new OfficeHours(all);
    }
}
