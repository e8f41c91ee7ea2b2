package io.qihang.visit.domain;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code visit.json} of a region pack: whether places and photos are kept, how long a visit may be changed, how old it may be. */
@Component
@Order(30)
class VisitPackFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
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
        if (setting.label().isBlank()) throw file.bad(1, "label", "应写明来源");
        mapper.put(file.region(), setting);
        settings.forget();
    }

    private static VisitSettings.Setting read(PackFile file) {
        try {
            return JSON.readValue(file.text(), VisitSettings.Setting.class);
        } catch (JacksonException e) {
            throw file.bad(1, null, "要有 place、editHours、oldestDays、photos 和 label");
        }
    }
}
