package io.qihang.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The types a template field can have and what each of them takes. */
enum FieldType {
    THING,
    NUMBER,
    LETTER,
    SYMBOL,
    CHARACTER_STRING,
    TIME,
    DATE,
    AMOUNT,
    PHONE_NUMBER,
    CAR_NUMBER,
    NAME,
    PHRASE,
    ENUM_STRING;

    /** Throws when the name is no type. */
    static FieldType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.typeName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有这种字段类型：" + name));
    }

    /** The name as it stands before the number, such as thing in thing1. */
    String typeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value fits the type; no type takes blank text or control characters. */
    boolean accepts(String value) {
        return !value.isBlank() && value.codePoints().noneMatch(Character::isISOControl) && fits(value);
    }

    private boolean fits(String value) {
        return switch (this) {
            case THING -> length(value) <= 20;
            case NUMBER -> Forms.NUMBER.matcher(value).matches() && value.length() <= 32;
            case LETTER -> Forms.LETTERS.matcher(value).matches();
            case SYMBOL -> length(value) <= 5 && value.codePoints().noneMatch(Character::isLetterOrDigit);
            case CHARACTER_STRING -> Forms.PRINTABLE_ASCII.matcher(value).matches();
            case TIME -> Forms.TIMES.matcher(value).matches();
            case DATE -> Forms.DATES.matcher(value).matches();
            case AMOUNT -> Forms.AMOUNT.matcher(value).matches();
            case PHONE_NUMBER -> Forms.PHONE.matcher(value).matches();
            case CAR_NUMBER -> Forms.CAR.matcher(value).matches();
            case NAME -> value.codePoints().noneMatch(Character::isDigit) && length(value) <= (hasHan(value) ? 10 : 20);
            case PHRASE -> Forms.PHRASE.matcher(value).matches();
            case ENUM_STRING -> true;
        };
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static boolean hasHan(String value) {
        return value.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** The written forms. */
    private static final class Forms {

        private static final Pattern NUMBER = Pattern.compile("\\d{1,32}(\\.\\d+)?");
        private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{1,32}");
        private static final Pattern PRINTABLE_ASCII = Pattern.compile("[\\x20-\\x7e]{1,32}");
        private static final Pattern AMOUNT = Pattern.compile("[¥￥$€£]?\\d{1,10}(\\.\\d+)?元?");
        private static final Pattern PHONE = Pattern.compile("[0-9+\\-() ]{1,17}");
        private static final Pattern CAR =
                Pattern.compile("[\\u4e00-\\u9fa5A-Za-z0-9]([A-Za-z0-9]{0,6}[\\u4e00-\\u9fa5A-Za-z0-9])?");
        private static final Pattern PHRASE = Pattern.compile("[\\u4e00-\\u9fa5]{1,5}");

        private static final String MONTH = "(0?[1-9]|1[0-2])";
        private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
        private static final String HOUR = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";
        private static final String YMD =
                "(\\d{4}年$M月($D日)?|$M月$D日|\\d{4}-$M(-$D)?|\\d{4}/$M(/$D)?|\\d{4}\\.$M(\\.$D)?)"
                        .replace("$M", MONTH)
                        .replace("$D", DAY);
        private static final String TIME = "(" + YMD + " )?" + HOUR;
        private static final String DATE = YMD + "( " + HOUR + ")?";
        private static final Pattern TIMES = Pattern.compile(TIME + "(~" + TIME + ")?");
        private static final Pattern DATES = Pattern.compile(DATE + "(~(" + DATE + "|" + HOUR + "))?");

        private Forms() {}
    }
}
