package io.qihang.ticket.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each county's settings and categories; they change with a region pack only and are held in memory for minutes. */
@Component
public class TicketSettings {

    /** The category 其他. */
    public static final String OTHER = "other";

    static final RegionCode NATION = new RegionCode("100000");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, Setting> settings;
    private final LoadingCache<RegionCode, List<Category>> categories;
    private final LoadingCache<RegionCode, List<DutyList>> duties;

    TicketSettings(TicketSettingMapper mapper) {
        settings = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> Objects.requireNonNull(mapper.setting(NATION, county), "no ticket settings"));
        categories = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> mapper.categories(NATION, county));
        duties = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1000).build(mapper::dutyLists);
    }

    /**
     * How a county keeps its tickets.
     *
     * @param letters with which its numbers begin
     * @param bureau the office of county officers granted without an office
     * @param ledgerOffice the office that keeps the 台账
     * @param arbiter the office that decides finally whose matter a ticket is; empty where there is none
     * @param refusalGrounds on which grounds an office may give a ticket back
     * @param maxFiles how many files a ticket, and each answer or note about it, may carry
     */
    record Setting(
            String letters, String bureau, String ledgerOffice, String arbiter, Grounds refusalGrounds, int maxFiles) {}

    /** The grounds in order. */
    public record Grounds(List<Refusal.Ground> items) {

        public Grounds {
            items = List.copyOf(items);
        }

        Optional<Refusal.Ground> find(String code) {
            return items.stream().filter(it -> it.code().equals(code)).findFirst();
        }
    }

    /** A category of tickets; retired ones still have their name. */
    public record Category(String code, String name, boolean inUse) {}

    Setting of(RegionCode county) {
        return settings.get(county);
    }

    /** On which grounds an office of the county may give a ticket back, in order. */
    public List<Refusal.Ground> refusalGrounds(RegionCode county) {
        return settings.get(county).refusalGrounds().items();
    }

    /** The categories a new ticket may have, in order. */
    public List<Category> categories(RegionCode county) {
        return categories.get(county).stream().filter(Category::inUse).toList();
    }

    /** The category's name; its code when it is unknown. */
    public String categoryName(RegionCode county, String code) {
        return find(county, code).map(Category::name).orElse(code);
    }

    /** Whether a new ticket may have this category. */
    boolean offers(RegionCode county, String code) {
        return find(county, code).filter(Category::inUse).isPresent();
    }

    private Optional<Category> find(RegionCode county, String code) {
        return categories.get(county).stream()
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    /** The county's 职责清单 in force on a day; empty where it has none. */
    Optional<DutyList> dutyList(RegionCode county, LocalDate day) {
        return duties.get(county).stream()
                .filter(it -> !day.isBefore(it.effectiveFrom()))
                .max(Comparator.comparingInt(DutyList::version));
    }

    /** Reads anew at the next question. */
    void forget() {
        duties.invalidateAll();
        settings.invalidateAll();
        categories.invalidateAll();
    }
}
