package io.qihang.visit.domain;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code visit.json} of a region pack: whether places and photos are kept, how long a visit may be changed, how old it may
 * be, and what is kept of 无事不扰 and of asking by telephone.
 */
@Component
@Order(30)
class VisitPackFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final VisitSettingMapper mapper;
    private final VisitSettings settings;

    VisitPackFile(VisitSettingMapper mapper, VisitSettings settings) {
        this.mapper = mapper;
        this.settings = settings;
    }

    @Override
    public String file() {
        return "visit.json";
    }

    @Override
    public void importFrom(PackFile file) {
        VisitSettings.Setting setting = read(file);
        if (setting.editHours() < 0 || setting.editHours() > 720) throw file.bad(1, "editHours", "应为 0 到 720 小时");
        if (setting.oldestDays() < 1 || setting.oldestDays() > 366) throw file.bad(1, "oldestDays", "应为 1 到 366 天");
        Integer cap = setting.visitsPerMonth();
        if (cap != null && (cap < 1 || cap > 31)) throw file.bad(1, "visitsPerMonth", "应为 1 到 31 天，不限的写 null");
        if (setting.nearDays() < 0 || setting.nearDays() > 60) throw file.bad(1, "nearDays", "应为 0 到 60 天");
        if (setting.postponeDays() < 1 || setting.postponeDays() > 180) {
            throw file.bad(1, "postponeDays", "应为 1 到 180 天");
        }
        if (setting.callbackPercent() < 0 || setting.callbackPercent() > 100) {
            throw file.bad(1, "callbackPercent", "应为百分之 0 到 100");
        }
        if (setting.label() == null || setting.label().isBlank()) throw file.bad(1, "label", "应写明来源");
        mapper.put(file.region(), setting);
        settings.forget();
    }

    private static VisitSettings.Setting read(PackFile file) {
        try {
            return JSON.readValue(file.text(), VisitSettings.Setting.class);
        } catch (JacksonException e) {
            throw file.bad(
                    1,
                    null,
                    "要有 place、editHours、oldestDays、photos、visitsPerMonth、nearDays、postponeDays、callbackPercent 和 label");
        }
    }
}
