package io.qihang.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a deadline profile. In data files its measure is one of the keys {@code workingHours}, {@code
 * workingDays} and {@code calendarDays}.
 *
 * @param code stable name within its profile, such as {@code reply}
 * @param name what a person reads, such as 答复
 * @param unit in what it is counted
 * @param amount how many of them, from 1 to {@link StepUnit#most()}
 * @param lastDayOff what happens when a step of calendar days ends on a day off; of no meaning for others
 */
public record DeadlineStep(String code, String name, StepUnit unit, int amount, LastDayOff lastDayOff) {

    public DeadlineStep {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("期限步骤要有代码和名称。");
        }
        if (amount < 1 || amount > unit.most()) {
            throw new IllegalArgumentException(
                    "“" + name + "”要在 1 到 " + unit.most() + " " + unit.label() + "之间，现在是 " + amount + "。");
        }
    }

    /** A step of working days. */
    public DeadlineStep(String code, String name, int workingDays) {
        this(code, name, StepUnit.WORKING_DAYS, workingDays);
    }

    /** A step whose last day, when off, gives way to the next working day. */
    public DeadlineStep(String code, String name, StepUnit unit, int amount) {
        this(code, name, unit, amount, LastDayOff.NEXT_WORKING_DAY);
    }

    /** Reads a step of a data file. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static DeadlineStep of(
            String code,
            String name,
            @Nullable Integer workingHours,
            @Nullable Integer workingDays,
            @Nullable Integer calendarDays,
            @Nullable LastDayOff lastDayOff) {
        int given = (workingHours == null ? 0 : 1) + (workingDays == null ? 0 : 1) + (calendarDays == null ? 0 : 1);
        if (given != 1) {
            throw new IllegalArgumentException("“" + name + "”要写明 workingHours、workingDays、calendarDays 其中一项，只写一项。");
        }
        LastDayOff off = lastDayOff == null ? LastDayOff.NEXT_WORKING_DAY : lastDayOff;
        if (workingHours != null) return new DeadlineStep(code, name, StepUnit.WORKING_HOURS, workingHours, off);
        if (workingDays != null) return new DeadlineStep(code, name, StepUnit.WORKING_DAYS, workingDays, off);
        return new DeadlineStep(code, name, StepUnit.CALENDAR_DAYS, Objects.requireNonNull(calendarDays), off);
    }

    /** The step as a data file holds it. */
    @JsonValue
    Map<String, Object> asData() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", code);
        data.put("name", name);
        data.put(
                switch (unit) {
                    case WORKING_HOURS -> "workingHours";
                    case WORKING_DAYS -> "workingDays";
                    case CALENDAR_DAYS -> "calendarDays";
                },
                amount);
        if (lastDayOff != LastDayOff.NEXT_WORKING_DAY) data.put("lastDayOff", lastDayOff.name());
        return data;
    }

    /** 3 个工作日 */
    public String length() {
        return amount + " " + unit.label();
    }
}
