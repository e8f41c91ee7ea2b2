package io.qihang.notification.domain;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code notification.json} of a region pack: from when until when no WeChat message is sent; both null for never. */
@Component
@Order(30)
class NotificationPackFile implements RegionPackPart {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final DeliveryMapper mapper;
    private final Quiet quiet;

    NotificationPackFile(DeliveryMapper mapper, Quiet quiet) {
        this.mapper = mapper;
        this.quiet = quiet;
    }

    private record Content(
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietUntil,
            @Nullable String label) {}

    @Override
    public String file() {
        return "notification.json";
    }

    @Override
    public void importFrom(PackFile file) {
        Content content = read(file);
        LocalTime from = content.quietFrom();
        LocalTime until = content.quietUntil();
        if ((from == null) != (until == null)) throw file.bad(1, "quietFrom", "和 quietUntil 要么都写，要么都为 null");
        if (from != null && from.equals(until)) throw file.bad(1, "quietUntil", "不能和 quietFrom 相同");
        if (content.label() == null || content.label().isBlank()) throw file.bad(1, "label", "应写明来源");
        mapper.putSetting(file.region(), new QuietHours(from, until), content.label());
        quiet.forget();
    }

    private static Content read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Content.class);
        } catch (JacksonException e) {
            throw file.bad(1, null, "要有 quietFrom、quietUntil（几点几分，或 null）和 label");
        }
    }
}
