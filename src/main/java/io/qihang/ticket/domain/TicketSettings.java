package io.qihang.ticket.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Each county's settings and categories; they change with a region pack only and are held in memory for minutes. */
@Component
public class TicketSettings {

    static final RegionCode NATION = new RegionCode("100000");
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final LoadingCache<RegionCode, Setting> settings;
    private final LoadingCache<RegionCode, List<Category>> categories;

    TicketSettings(TicketSettingMapper mapper) {
        settings = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> Objects.requireNonNull(mapper.setting(NATION, county), "no ticket settings"));
        categories = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> mapper.categories(NATION, county));
    }

    /**
     * How a county keeps its tickets.
     *
     * @param letters with which its numbers begin
     * @param bureau the office of county officers granted without an office
     * @param ledgerOffice the office that keeps the 台账
     * @param maxFiles how many files a ticket, and each answer or note about it, may carry
     */
    record Setting(String letters, String bureau, String ledgerOffice, int maxFiles) {}

    /** A category of tickets; retired ones still have their name. */
    public record Category(String code, String name, boolean inUse) {}

    Setting of(RegionCode county) {
        return settings.get(county);
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

    /** Reads anew at the next question. */
    void forget() {
        settings.invalidateAll();
        categories.invalidateAll();
    }
}
