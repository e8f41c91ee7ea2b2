package bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends the same kind of request over and over, from a few connections, and says what it cost the server. */
final class Load {

    private static final int CONNECTIONS = 4;

    private Load() {}

    /**
     * Microseconds of the JVM's processor time for one request, after a warm-up.
     *
     * @throws IllegalStateException when an answer is not a success
     */
    static double cpuMicros(Jvm jvm, int warmUp, int requests, Supplier<HttpRequest> request)
            throws InterruptedException, ExecutionException {
        run(warmUp, request);
        var before = jvm.cpu();
        run(requests, request);
        return jvm.cpu().minus(before).toNanos() / 1e3 / requests;
    }

    static void run(int requests, Supplier<HttpRequest> request) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(requests);
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(senders.submit(() -> {
                    HttpClient http = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build();
                    while (left.getAndDecrement() > 0) send(http, request.get());
                    return null;
                }));
            }
            for (Future<?> it : running) it.get();
        } finally {
            senders.shutdownNow();
        }
    }

    private static void send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + ": " + reply.statusCode() + " " + reply.body());
        }
    }
}
