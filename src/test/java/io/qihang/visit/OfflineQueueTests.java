package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.enterprise.EnterpriseId;
import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A phone's queue may arrive cut off, doubled and in any order: what counts is which tellings arrived, not how. The model
 * is a map from the phone's id to the telling with the highest revision, and every problem of every telling.
 */
class OfflineQueueTests extends VisitPlay {

    /** One telling of a visit. */
    private record Item(UUID clientId, int revision, String said, Set<UUID> promises, Set<UUID> problems) {

        Map<String, Object> body(EnterpriseId enterprise) {
            return telling(
                    enterprise,
                    Map.of(
                            "revision",
                            revision,
                            "said",
                            said,
                            "promises",
                            promises.stream()
                                    .map(it -> promise(it, "承诺" + it, "2026-10-15"))
                                    .toList(),
                            "problems",
                            problems.stream().map(it -> problem(it, "缺技工")).toList()));
        }
    }

    /** What a visit should be in the end. */
    private record Kept(int revision, String said, Set<UUID> promises, Set<UUID> problems) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void any_prefix_repetition_or_order_of_the_queue_ends_the_same(long seed) {
        var random = new Random(seed);
        var by = commissioner();
        var enterprise = firmOf(by);
        List<Item> queue = queue(random);
        List<Item> sent = new ArrayList<>(queue);
        queue.stream().filter(it -> random.nextBoolean()).forEach(sent::add);
        Collections.shuffle(sent, random);

        int cut = random.nextInt(sent.size());
        send(by.api(), enterprise, sent.subList(0, cut));
        assertThat(state(by.api(), queue)).isEqualTo(model(sent.subList(0, cut)));
        send(by.api(), enterprise, sent.subList(cut, sent.size()));
        assertThat(state(by.api(), queue)).isEqualTo(model(queue));
        assertThat(all(by.api().get("/api/v1/field/tickets?limit=100"), "id"))
                .hasSize(model(queue).values().stream()
                        .mapToInt(it -> it.problems().size())
                        .sum());
    }

    @RepeatedTest(3)
    void one_telling_sent_many_times_at_once_has_one_effect() throws Exception {
        var by = commissioner();
        var enterprise = firmOf(by);
        var item = new Item(UUID.randomUUID(), 1, "谈了用工。", Set.of(), Set.of(UUID.randomUUID()));
        var senders = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> send = () ->
                    by.api().put(visit(item.clientId()), item.body(enterprise)).status();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> it : senders.invokeAll(Collections.nCopies(4, send))) statuses.add(it.get());
            assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
        } finally {
            senders.shutdown();
        }
        assertThat(all(by.api().get("/api/v1/field/tickets"), "id")).hasSize(1);
        assertThat(all(by.api().get("/api/v1/visits"), "id")).hasSize(1);
    }

    /** Three visits, each told one to three times, every telling with a content of its own. */
    private static List<Item> queue(Random random) {
        List<Item> queue = new ArrayList<>();
        for (int visit = 0; visit < 3; visit++) {
            UUID clientId = UUID.randomUUID();
            List<UUID> ids =
                    IntStream.range(0, 3).mapToObj(it -> UUID.randomUUID()).toList();
            int tellings = 1 + random.nextInt(3);
            for (int revision = 1; revision <= tellings; revision++) {
                String said = "第" + (random.nextInt(2) == 0 ? 1 : revision) + "稿";
                queue.add(new Item(clientId, revision, said, some(ids, random), some(ids, random)));
            }
        }
        return queue;
    }

    private static Set<UUID> some(List<UUID> ids, Random random) {
        var chosen = new TreeSet<UUID>();
        ids.stream().filter(it -> random.nextInt(3) == 0).forEach(chosen::add);
        return chosen;
    }

    /** Sends each item; between them go items that are refused, which must not matter. */
    private void send(Api phone, EnterpriseId enterprise, List<Item> items) {
        for (Item item : items) {
            limits.forget();
            phone.put(visit(UUID.randomUUID()), telling(enterprise, Map.of("said", "")))
                    .expect(400);
            assertThat(phone.put(visit(item.clientId()), item.body(enterprise)).status())
                    .isIn(200, 201);
        }
    }

    private static Map<UUID, Kept> model(List<Item> arrived) {
        Map<UUID, Kept> model = new TreeMap<>();
        for (Item item : arrived) {
            model.merge(
                    item.clientId(),
                    new Kept(item.revision(), item.said(), item.promises(), item.problems()),
                    OfflineQueueTests::joined);
        }
        return model;
    }

    private static Kept joined(Kept one, Kept other) {
        Kept newer = one.revision() >= other.revision() ? one : other;
        var problems = new TreeSet<>(one.problems());
        problems.addAll(other.problems());
        return new Kept(newer.revision(), newer.said(), newer.promises(), problems);
    }

    private static Map<UUID, Kept> state(Api phone, List<Item> queue) {
        Map<UUID, Kept> state = new TreeMap<>();
        for (UUID clientId : model(queue).keySet()) {
            var reply = phone.get(visit(clientId));
            if (reply.status() == 404) continue;
            state.put(
                    clientId,
                    new Kept(
                            Integer.parseInt(reply.at("/revision")),
                            reply.at("/said"),
                            ids(reply, "promises"),
                            ids(reply, "tickets")));
        }
        return state;
    }

    private static Set<UUID> ids(Api.Reply visit, String list) {
        var ids = new TreeSet<UUID>();
        visit.json()
                .path(list)
                .forEach(it -> ids.add(UUID.fromString(it.path("clientId").asString(""))));
        return ids;
    }
}
