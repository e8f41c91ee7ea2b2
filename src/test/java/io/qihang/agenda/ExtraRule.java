package io.qihang.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A rule another business might add: it says what a test has it say. Off until a test turns it on. */
public class ExtraRule implements TaskRule {

    private final ConcurrentSkipListMap<String, List<Occasion>> said = new ConcurrentSkipListMap<>();

    /** Says from now on that there is something about the subject. */
    public void say(UUID subject, String key, String title, LocalDate from, LocalDate until) {
        said.computeIfAbsent(subject.toString(), it -> new CopyOnWriteArrayList<>())
                .add(new Occasion(subject, key, title, from, until, null));
    }

    /** Says nothing about the subject any more. */
    public void hush(UUID subject) {
        said.remove(subject.toString());
    }

    @Override
    public String key() {
        return "extra";
    }

    @Override
    public String label() {
        return "另一项业务";
    }

    @Override
    public List<Occasion> occasions(Question question) {
        return said.tailMap(question.after().toString(), false).entrySet().stream()
                .filter(it ->
                        question.only() == null || question.only().toString().equals(it.getKey()))
                .flatMap(it -> it.getValue().stream())
                .limit(question.limit())
                .toList();
    }
}
