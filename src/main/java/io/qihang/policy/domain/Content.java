package io.qihang.policy.domain;

import io.qihang.platform.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All of a policy that an officer writes.
 *
 * @param particulars what is known about the document
 * @param audience whom it is sent to
 * @param text the whole text, see {@link PolicyText}
 */
public record Content(Particulars particulars, Audience audience, String text) {

    /** At most this many characters and parts. */
    public static final int MAX_LENGTH = 60_000;

    public static final int MAX_PARTS = 1000;

    /** What a browser could take for markup: text is text, on every screen. */
    private static final Pattern MARKUP =
            Pattern.compile("<[a-zA-Z/!?][^>]{0,40}|javascript:|data:text", Pattern.CASE_INSENSITIVE);

    public Content {
        text = text.replaceAll("[\\p{Cntrl}&&[^\\n]]|\\u2028|\\u2029", "");
        if (text.isBlank()) throw Problem.of(PolicyProblem.TEXT_EMPTY);
        Matcher markup = MARKUP.matcher(text);
        if (markup.find()) throw Problem.of(PolicyProblem.TEXT_HAS_MARKUP, markup.group());
        if (text.length() > MAX_LENGTH || PolicyText.partsOf(text).size() > MAX_PARTS) {
            throw Problem.of(PolicyProblem.TEXT_TOO_LONG, MAX_LENGTH, MAX_PARTS);
        }
    }

    /** The text's addressable parts. */
    List<Part> parts() {
        return PolicyText.partsOf(text);
    }
}
