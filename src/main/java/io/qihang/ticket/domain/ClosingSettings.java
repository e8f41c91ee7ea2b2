package io.qihang.ticket.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.qihang.platform.RegionCode;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Each county's {@link ClosingSetting}, from {@code ticket-closing.json} of its pack; held in memory for minutes. */
@Component
@Order(30)
class ClosingSettings implements RegionPackPart {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final ClosingSettingMapper mapper;
    private final LoadingCache<RegionCode, ClosingSetting> settings;

    ClosingSettings(ClosingSettingMapper mapper) {
        this.mapper = mapper;
        settings = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(1000)
                .build(county -> read(Objects.requireNonNull(
                        mapper.content(TicketSettings.NATION, county), "no settings of what follows a ticket")));
    }

    ClosingSetting of(RegionCode county) {
        return settings.get(county);
    }

    @Override
    public String file() {
        return "ticket-closing.json";
    }

    @Override
    public void importFrom(PackFile file) {
        ClosingSetting setting;
        try {
            setting = read(file.text());
        } catch (JacksonException e) {
            throw file.bad(1, null, "要有 label、recheckDays、rungs（light、percent、to）和 samplePercent");
        }
        String wrong = fault(setting);
        if (wrong != null) throw file.bad(1, null, wrong);
        mapper.put(file.region(), file.text());
        settings.invalidateAll();
    }

    private static @Nullable String fault(ClosingSetting setting) {
        if (setting.samplePercent() < 0 || setting.samplePercent() > 100) return "samplePercent 应为 0 到 100";
        List<Integer> days = setting.recheckDays();
        if (days.stream().anyMatch(it -> it < 1 || it > 1000)
                || Set.copyOf(days).size() < days.size()) {
            return "recheckDays 应为 1 到 1000，不重复";
        }
        Set<Light> lights = new HashSet<>();
        int before = 0;
        for (ClosingSetting.Rung rung : setting.rungs()) {
            if (rung.percent() <= before || rung.percent() > 100) return "rungs 的 percent 应为 1 到 100，一级比一级大";
            if (rung.light() == Light.REMIND || !lights.add(rung.light()))
                return "rungs 的 light 应为 YELLOW、RED、SUPERVISE，各一次";
            before = rung.percent();
        }
        return null;
    }

    private static ClosingSetting read(String text) {
        return JSON.readValue(text, ClosingSetting.class);
    }
}
