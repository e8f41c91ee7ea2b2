package bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Eight readers of one page, fifty requests a second together as long as none takes too long. */
final class Reading implements AutoCloseable {

    private static final int READERS = 8;
    private static final int EVERY_MILLIS = 160;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService readers = Executors.newScheduledThreadPool(READERS);
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> refusals = Collections.synchronizedList(new ArrayList<>());
    private final List<Future<?>> running = new ArrayList<>();

    Reading(String url, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        for (int i = 0; i < READERS; i++) {
            running.add(readers.scheduleAtFixedRate(
                    () -> read(request), i * (long) EVERY_MILLIS / READERS, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    private void read(HttpRequest request) {
        long begun = System.nanoTime();
        int status = http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join()
                .statusCode();
        millis.add((System.nanoTime() - begun) / 1e6);
        if (status != 200) refusals.add(status);
    }

    /** Milliseconds within which 99 of 100 were answered since the last time this was asked. */
    double p99() {
        if (running.stream().anyMatch(Future::isDone)) throw new IllegalStateException("a reader has given up");
        if (!refusals.isEmpty()) throw new IllegalStateException("not answered: " + refusals);
        synchronized (millis) {
            List<Double> sorted = millis.stream().sorted().toList();
            millis.clear();
            return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
