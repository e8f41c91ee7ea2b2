package io.qihang.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.visit.domain.Tellings.Telling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which telling of a visit stands, and when a person has to look. */
class TellingsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private static Tellings of(Telling... all) {
        return new Tellings(List.of(all));
    }

    @Test
    void a_later_one_of_the_same_phone_overtakes() {
        var first = new Telling(ONE, 1, 0, "甲");
        var second = new Telling(ONE, 2, 0, "乙");
        assertThat(of(first, second).heads()).containsExactly(second);
        assertThat(of(second, first).isDisputed()).isFalse();
    }

    @Test
    void one_written_in_the_knowledge_of_another_overtakes_it() {
        var first = new Telling(ONE, 1, 0, "甲");
        var onTop = new Telling(OTHER, 2, 1, "乙");
        assertThat(of(first, onTop).standing()).isEqualTo(onTop);
        assertThat(of(first, onTop).isDisputed()).isFalse();
    }

    @Test
    void two_that_did_not_know_of_each_other_stand_side_by_side() {
        var first = new Telling(ONE, 1, 0, "甲");
        var here = new Telling(ONE, 2, 1, "乙");
        var there = new Telling(OTHER, 3, 1, "丙");
        assertThat(of(first, here, there).heads()).containsExactly(here, there);
        assertThat(of(first, here, there).standing()).isEqualTo(there);
        assertThat(of(first, here, there).isDisputed()).isTrue();
    }

    @Test
    void the_same_words_on_two_phones_need_nobody() {
        assertThat(of(new Telling(ONE, 2, 1, "甲"), new Telling(OTHER, 2, 1, "甲"))
                        .isDisputed())
                .isFalse();
    }

    @Test
    void what_builds_on_the_latest_settles_it() {
        var here = new Telling(ONE, 2, 1, "乙");
        var there = new Telling(OTHER, 3, 1, "丙");
        var both = of(here, there);
        var decided = new Telling(ONE, both.latest() + 1, both.latest(), "乙和丙");
        assertThat(both.with(decided).heads()).containsExactly(decided);
    }

    /** Two phones edit offline, seeing the other's work only now and then; whatever arrives, in any order, is the same. */
    @Property(tries = 500)
    void the_order_of_arrival_does_not_matter(@ForAll long seed) {
        var random = new Random(seed);
        List<Telling> told = story(random);
        List<Telling> arrived = new ArrayList<>(told);
        Collections.shuffle(arrived, random);
        var straight = new Tellings(told);
        var shuffled = new Tellings(arrived);
        assertThat(shuffled.standing()).isEqualTo(straight.standing());
        assertThat(shuffled.heads()).isEqualTo(straight.heads());
        assertThat(shuffled.isDisputed()).isEqualTo(straight.isDisputed());
    }

    /** One by one, what stands never goes back to what it had overtaken. */
    @Property(tries = 500)
    void what_has_been_overtaken_never_stands_again(@ForAll long seed) {
        var random = new Random(seed);
        List<Telling> arrived = story(random);
        Collections.shuffle(arrived, random);
        List<Telling> over = new ArrayList<>();
        Tellings known = new Tellings(List.of());
        for (Telling it : arrived) {
            known = known.with(it);
            assertThat(over).doesNotContain(known.standing());
            Tellings now = known;
            known.all().stream().filter(one -> !now.heads().contains(one)).forEach(over::add);
        }
    }

    private static List<Telling> story(Random random) {
        List<Telling> told = new ArrayList<>();
        int[] seen = {0, 0};
        int[] own = {0, 0};
        int highest = 0;
        for (int step = 0; step < 2 + random.nextInt(8); step++) {
            int who = random.nextInt(2);
            if (random.nextInt(3) == 0) seen[who] = highest;
            int revision = Math.max(own[who], seen[who]) + 1;
            told.add(new Telling(who == 0 ? ONE : OTHER, revision, seen[who], "第" + random.nextInt(4) + "种"));
            own[who] = revision;
            highest = Math.max(highest, revision);
        }
        return told;
    }
}
