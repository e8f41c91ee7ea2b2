package io.qihang.enterprise.domain;

import io.qihang.enterprise.EnterpriseProblem;
import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is stated about an enterprise when it registers.
 *
 * @param registeredUnit 注册地; null when outside the county
 * @param operatingUnit 经营地; null when outside the county
 * @param countsAt which of the two its figures follow
 * @param industry code of GB/T 4754, such as {@code C13}
 * @param role what the person is in the enterprise
 */
public record RegistrationForm(
        Uscc uscc,
        EnterpriseName name,
        @Nullable RegionCode registeredUnit,
        @Nullable RegionCode operatingUnit,
        CountsAt countsAt,
        String industry,
        String contactName,
        String contactPhone,
        MemberRole role) {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");

    public RegistrationForm {
        if (!PHONE.matcher(contactPhone).matches()) throw Problem.of(EnterpriseProblem.CONTACT_PHONE_REFUSED);
        RegionCode counting = countsAt == CountsAt.REGISTERED ? registeredUnit : operatingUnit;
        if (counting == null) throw Problem.of(EnterpriseProblem.COUNTING_UNIT_MISSING);
        if (registeredUnit != null
                && operatingUnit != null
                && !registeredUnit.county().equals(operatingUnit.county())) {
            throw Problem.of(EnterpriseProblem.UNITS_OF_TWO_COUNTIES);
        }
    }

    /** The unit the enterprise says it counts for. */
    RegionCode unit() {
        RegionCode counting = countsAt == CountsAt.REGISTERED ? registeredUnit : operatingUnit;
        if (counting == null) throw new IllegalStateException();
        return counting;
    }

    RegionCode county() {
        return unit().county();
    }

    /** Without the contact, which is personal. */
    @Override
    public String toString() {
        return "RegistrationForm[" + uscc + "]";
    }
}
