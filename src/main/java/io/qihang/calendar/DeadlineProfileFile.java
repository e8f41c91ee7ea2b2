package io.qihang.calendar;

import io.qihang.calendar.DeadlineProfileMapper.ProfileRow;
import io.qihang.region.PackFile;
import io.qihang.region.RegionPackPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    private final Calendars calendars;

    DeadlineProfileFile(DeadlineProfileMapper mapper, Calendars calendars) {
        this.mapper = mapper;
        this.calendars = calendars;
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
        Map<String, DeadlineProfile> known = mapper.of(file.region()).stream()
                .map(ProfileRow::asProfile)
                .collect(Collectors.toMap(DeadlineProfileFile::key, it -> it));
        for (DeadlineProfile profile : read(file)) {
            DeadlineProfile before = known.get(key(profile));
            if (before == null) {
                mapper.add(file.region(), ProfileRow.of(profile));
            } else if (!withoutEnd(before).equals(withoutEnd(profile))) {
                throw file.bad(1, null, "时限方案“" + profile.label() + "”第" + profile.version() + "版已经使用，不能修改，请另加一个新版本");
            } else {
                mapper.end(file.region(), profile.code(), profile.version(), profile.effectiveTo());
            }
        }
        calendars.forgetProfiles();
    }

    private static List<DeadlineProfile> read(PackFile file) {
        try {
            return JSON.readValue(file.text(), Profiles.class).profiles().stream()
                    .map(Profile::asProfile)
                    .toList();
        } catch (JacksonException | NullPointerException e) {
            throw file.bad(1, null, "每个时限方案要有 code、version、label、source、effectiveFrom 和 steps（code、name、workingDays）");
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
