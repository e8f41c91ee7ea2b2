package io.qihang.identity;

import io.qihang.identity.domain.Persons;
import io.qihang.wechat.TextChecks;
import io.qihang.wechat.TextVerdict;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has WeChat check what a person wrote, before other persons see it; the openid stays here. */
@Component
public class PersonTexts {

    /** A word cut in two is whole in one of two pieces. */
    private static final int OVERLAP = 100;

    private final Persons persons;
    private final TextChecks checks;

    PersonTexts(Persons persons, TextChecks checks) {
        this.persons = persons;
        this.checks = checks;
    }

    /**
     * Makes one attempt for each piece of the text, until one does not pass. Never call it inside a transaction.
     *
     * @param title its title; empty for none
     * @param content not empty
     */
    public TextVerdict check(PersonId author, String title, String content) {
        var openid = persons.openid(author);
        if (openid.isEmpty()) return new TextVerdict.Unchecked(0);
        TextVerdict verdict = new TextVerdict.Passed();
        for (String piece : pieces(content)) {
            verdict = checks.check(openid.get(), title, piece);
            if (!(verdict instanceof TextVerdict.Passed)) return verdict;
        }
        return verdict;
    }

    /** Overlapping pieces no longer than WeChat takes, cut between characters. */
    static List<String> pieces(String content) {
        int length = content.codePointCount(0, content.length());
        List<String> pieces = new ArrayList<>();
        int from = 0;
        do {
            int end = Math.min(length, from + TextChecks.LONGEST);
            pieces.add(content.substring(content.offsetByCodePoints(0, from), content.offsetByCodePoints(0, end)));
            if (end == length) return pieces;
            from = end - OVERLAP;
        } while (true);
    }
}
