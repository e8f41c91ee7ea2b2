package io.qihang.ticket.domain;

import io.qihang.region.Offices;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ticket-clock.json}: for what the offices of a county may stop their clock, how long and with what reminders,
 * and which office decides on extensions. A reason no longer listed is retired.
 */
@Component
@Order(30)
class ClockPackFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final ClockSettingMapper mapper;
    private final ClockSettings settings;
    private final Offices offices;

    ClockPackFile(ClockSettingMapper mapper, ClockSettings settings, Offices offices) {
        this.mapper = mapper;
        this.settings = settings;
        this.offices = offices;
    }

    private record Reason(
            String code, String name, boolean waitsForEnterprise, int maxDays, int nudgeDays, String source) {}

    private record Clock(@Nullable String extensionOffice, List<Reason> pauses) {}

    @Override
    public String file() {
        return "ticket-clock.json";
    }

    @Override
    public void importFrom(PackFile file) {
        Clock clock = read(file);
        String office = clock.extensionOffice();
        if (office != null && offices.find(file.region(), office).isEmpty()) {
            throw file.bad(1, "extensionOffice", "没有代码为 " + office + " 的责任单位");
        }
        Set<String> codes = new HashSet<>();
        mapper.putSetting(file.region(), office);
        mapper.retireReasons(file.region());
        for (Reason it : clock.pauses()) {
            check(file, it);
            if (!codes.add(it.code())) throw file.bad(1, "code", it.code() + " 前面已经有了");
            PauseReason reason = new PauseReason(
                    it.code(), it.name(), it.waitsForEnterprise(), it.maxDays(), it.nudgeDays(), it.source(), true);
            mapper.putReason(file.region(), reason, codes.size());
        }
        settings.forget();
    }

    private static void check(PackFile file, Reason it) {
        if (!it.code().matches("[a-z0-9-]{1,40}") || it.name().isBlank()) {
            throw file.bad(1, "code", "“" + it.code() + "”应为小写字母、数字或 -，并有名称");
        }
        if (it.maxDays() < 1 || it.maxDays() > 366) throw file.bad(1, "maxDays", "应为 1 到 366 个工作日");
        if (it.nudgeDays() < 1 || it.nudgeDays() > 366) throw file.bad(1, "nudgeDays", "应为 1 到 366 个工作日");
        if (it.source().isBlank()) throw file.bad(1, "source", "请写明依据，没有的写“待县确认”");
    }

    private static Clock read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Clock.class);
        } catch (JacksonException | NullPointerException e) {
            throw file.bad(
                    1, null, "要有 extensionOffice 和 pauses，每项有 code、name、waitsForEnterprise、maxDays、nudgeDays 和 source");
        }
    }
}
