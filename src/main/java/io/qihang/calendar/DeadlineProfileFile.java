package io.qihang.calendar;

import io.qihang.calendar.DeadlineProfileMapper.ProfileRow;
import io.qihang.platform.RegionCode;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code deadline-profile.json}: a region's deadline profiles. A version once brought in stays as it is, for deadlines
 * were counted by it; only its last day may be set. A change is a new version.
 */
@Component
@Order(20)
class DeadlineProfileFile implements RegionPackPart {

    private static final JsonMapper JSON = new JsonMapper();

    private final DeadlineProfileMapper mapper;
    private final CalendarChanges changes;

    DeadlineProfileFile(DeadlineProfileMapper mapper, CalendarChanges changes) {
        this.mapper = mapper;
        this.changes = changes;
    }

    private record Profile(
            String code,
            int version,
            String label,
            String source,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            List<DeadlineStep> steps) {

        DeadlineProfile asProfile() {
            return new DeadlineProfile(
                    code, label, version, Objects.requireNonNull(source), steps, effectiveFrom, effectiveTo);
        }
    }

    private record Profiles(List<Profile> profiles) {}

    @Override
    public String file() {
        return "deadline-profile.json";
    }

    @Override
    public void importFrom(PackFile file) {
        List<DeadlineProfile> listed = read(file);
        changes.takeTurn();
        Map<String, DeadlineProfile> known = byKey(file.region());
        Map<String, DeadlineProfile> national = byKey(Calendars.NATION);
        List<DeadlineProfile> added = new ArrayList<>();
        List<DeadlineProfile> ended = new ArrayList<>();
        for (DeadlineProfile profile : listed) {
            DeadlineProfile before = known.get(key(profile));
            if (before == null) {
                requireSteps(file, profile, Stream.of(known, national).flatMap(it -> it.values().stream()));
                added.add(profile);
            } else if (!withoutEnd(before).equals(withoutEnd(profile))) {
                throw file.bad(1, null, "时限方案“" + profile.label() + "”第" + profile.version() + "版已经使用，不能修改，请另加一个新版本");
            } else if (!before.equals(profile)) {
                ended.add(profile);
            }
        }
        if (added.isEmpty() && ended.isEmpty()) return;
        int version = changes.next(file.region(), "导入时限方案，区域包版本 " + file.version(), null);
        for (DeadlineProfile it : added) mapper.add(file.region(), ProfileRow.of(it), version, null);
        for (DeadlineProfile it : ended) mapper.end(file.region(), it.code(), it.version(), it.effectiveTo());
    }

    private Map<String, DeadlineProfile> byKey(RegionCode region) {
        return mapper.of(region, Integer.MAX_VALUE).stream()
                .map(ProfileRow::asProfile)
                .collect(Collectors.toMap(DeadlineProfileFile::key, it -> it));
    }

    /** What is counted by a profile must find its steps in every later version, and in that of a category. */
    private static void requireSteps(PackFile file, DeadlineProfile profile, Stream<DeadlineProfile> known) {
        known.filter(it -> it.code().equals(profile.code()) || profile.code().startsWith(it.code() + "."))
                .flatMap(it -> it.steps().stream())
                .filter(step ->
                        profile.steps().stream().noneMatch(it -> it.code().equals(step.code())))
                .findFirst()
                .ifPresent(step -> {
                    throw file.bad(
                            1, "steps", "时限方案“" + profile.label() + "”缺少步骤 " + step.code() + "（" + step.name() + "）");
                });
    }

    private static List<DeadlineProfile> read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Profiles.class).profiles().stream()
                    .map(Profile::asProfile)
                    .toList();
        } catch (JacksonException | NullPointerException e) {
            throw file.bad(
                    1,
                    null,
                    "每个时限方案要有 code、version、label、source、effectiveFrom 和 steps（code、name，以及 workingHours、workingDays、calendarDays 其中一项）");
        } catch (IllegalArgumentException e) {
            throw file.bad(1, null, String.valueOf(e.getMessage()).replaceFirst("。$", ""));
        }
    }

    private static String key(DeadlineProfile profile) {
        return profile.code() + " " + profile.version();
    }

    private static DeadlineProfile withoutEnd(DeadlineProfile it) {
        return new DeadlineProfile(
                it.code(), it.label(), it.version(), it.source(), it.steps(), it.effectiveFrom(), null);
    }
}
