package io.qihang.identity;

import io.qihang.identity.domain.Persons;
import io.qihang.wechat.CheckScene;
import io.qihang.wechat.ImageChecks;
import io.qihang.wechat.ImageGiven;
import io.qihang.wechat.TextChecks;
import io.qihang.wechat.TextVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has WeChat check what a person wrote or photographed, before other persons see it; the openid stays here. */
@Component
public class PersonContent {

    /** A word cut in two is whole in one of two pieces. */
    private static final int OVERLAP = 100;

    private final Persons persons;
    private final TextChecks texts;
    private final ImageChecks images;

    PersonContent(Persons persons, TextChecks texts, ImageChecks images) {
        this.persons = persons;
        this.texts = texts;
        this.images = images;
    }

    /**
     * Makes one attempt for each piece of the text, until one does not pass. Never call it inside a transaction.
     *
     * @param scene where it is read
     * @param title its title; empty for none
     * @param content not empty
     */
    public TextVerdict check(PersonId author, CheckScene scene, String title, String content) {
        String openid = openid(author);
        if (openid == null) return new TextVerdict.Unchecked(0);
        TextVerdict verdict = new TextVerdict.Passed();
        for (String piece : pieces(content)) {
            verdict = texts.check(openid, scene, title, piece);
            if (!(verdict instanceof TextVerdict.Passed)) return verdict;
        }
        return verdict;
    }

    /**
     * Makes one attempt to give an image. Never call it inside a transaction.
     *
     * @param url where WeChat can fetch it for an hour at least
     */
    public ImageGiven give(PersonId author, CheckScene scene, String url) {
        String openid = openid(author);
        return openid == null ? new ImageGiven.Unchecked(0) : images.give(openid, scene, url);
    }

    private @Nullable String openid(PersonId person) {
        return persons.openids(List.of(person)).get(person);
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
