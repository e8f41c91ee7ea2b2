package io.qihang.policy.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as it is searched: letters and digits only, one width and one case, cut into pairs of neighbouring characters.
 * The pairs find the rows by index; the folded text then tells whether the words really stand there.
 */
public final class SearchText {

    private SearchText() {}

    /** Letters and digits of the text in one width and case: {@code “小巨人” ２家} becomes {@code 小巨人2家}. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
        return plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The pairs of neighbouring characters of a folded text, each once. */
    static Set<String> pairs(String folded) {
        int[] points = folded.codePoints().toArray();
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) pairs.add(new String(points, i, 2));
        return pairs;
    }

    /**
     * The words of a query, folded; a word of one character cannot be searched and is left out.
     *
     * @return empty when nothing of two characters or more is asked for
     */
    static List<String> words(String query) {
        return Arrays.stream(query.strip().split("[\\s\\u3000]+"))
                .map(SearchText::fold)
                .filter(it -> it.codePointCount(0, it.length()) >= 2)
                .distinct()
                .toList();
    }

    /** Up to {@code length} characters of the text around the first place where the folded word stands. */
    static String excerpt(String text, String word, int length) {
        int[] points = text.codePoints().toArray();
        int at = find(points, word);
        int from = Math.max(0, Math.min(at - length / 4, points.length - length));
        int to = Math.min(points.length, from + length);
        return (from > 0 ? "…" : "") + new String(points, from, to - from) + (to < points.length ? "…" : "");
    }

    /** Where in the text the folded word begins; 0 when it does not occur. */
    private static int find(int[] points, String word) {
        StringBuilder folded = new StringBuilder();
        int[] origin = new int[points.length * 4 + 4];
        for (int i = 0; i < points.length; i++) {
            String one = fold(new String(points, i, 1));
            for (int k = 0; k < one.length() && folded.length() + k < origin.length; k++) {
                origin[folded.length() + k] = i;
            }
            folded.append(one);
        }
        int at = folded.indexOf(word);
        return at < 0 || at >= origin.length ? 0 : origin[at];
    }
}
