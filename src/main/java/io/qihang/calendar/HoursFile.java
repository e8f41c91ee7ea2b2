package io.qihang.calendar;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code calendar.json}: the office hours of a county from a day on, or of all that have none of their own. */
@Component
@Order(20)
class HoursFile implements RegionPackPart {

    private static final JsonMapper JSON = new JsonMapper();

    private final CalendarMapper mapper;
    private final CalendarChanges changes;

    HoursFile(CalendarMapper mapper, CalendarChanges changes) {
        this.mapper = mapper;
        this.changes = changes;
    }

    @Override
    public String file() {
        return "calendar.json";
    }

    @Override
    public void importFrom(PackFile file) {
        OfficeHours.Version hours = read(file);
        changes.takeTurn();
        boolean known = mapper.hours(file.region(), Integer.MAX_VALUE).stream()
                .anyMatch(it -> it.asVersion().equals(hours));
        if (known) return;
        int version = changes.next(file.region(), "作息时间改为 " + hours.usual().setting(), null);
        mapper.endHours(file.region(), hours.from(), version);
        mapper.addHours(file.region(), CalendarMapper.HoursRow.of(hours), version);
    }

    private static OfficeHours.Version read(PackFile file) {
        try {
            return JSON.readValue(file.text(), HoursData.class).asVersion();
        } catch (JacksonException | NullPointerException e) {
            throw file.bad(1, null, "应写成 {\"hours\": \"08:30-12:00,14:00-18:00\"}，可以另有 from、source 和 seasons");
        } catch (IllegalArgumentException e) {
            throw file.bad(1, "hours", String.valueOf(e.getMessage()).replaceFirst("。$", ""));
        }
    }
}
