package io.qihang.calendar;

import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code calendar.json}: the office hours of a county, or of all that have none of their own. */
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

    private record Settings(String hours) {}

    @Override
    public String file() {
        return "calendar.json";
    }

    @Override
    public void importFrom(PackFile file) {
        String hours = read(file);
        changes.takeTurn();
        if (hours.equals(mapper.ownHours(file.region()))) return;
        int version = changes.next(file.region(), "作息时间改为 " + hours, null);
        mapper.endHours(file.region(), version);
        mapper.addHours(file.region(), hours, version);
    }

    private static String read(PackFile file) {
        try {
            String hours = JSON.readValue(file.text(), Settings.class).hours();
            WorkingHours.parse(hours);
            return hours;
        } catch (JacksonException | NullPointerException e) {
            throw file.bad(1, null, "应写成 {\"hours\": \"08:30-12:00,14:00-18:00\"}");
        } catch (IllegalArgumentException e) {
            throw file.bad(1, "hours", String.valueOf(e.getMessage()).replaceFirst("。$", ""));
        }
    }
}
