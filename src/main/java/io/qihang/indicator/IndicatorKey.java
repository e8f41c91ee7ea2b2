package io.qihang.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What is counted, named for good by its owner, such as {@code platform_registration}: plans and reports refer to it. */
public record IndicatorKey(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    @JsonCreator
    public IndicatorKey {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not an indicator: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
