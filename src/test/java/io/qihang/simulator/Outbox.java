package io.qihang.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes events to the mini-program's server: signed, encrypted, tried again when not answered. Without settings nothing
 * is pushed. When a push is due is read from the virtual clock.
 */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int LOOK_EVERY_MS = 10;
    private static final int COURIERS = 8;
    private static final int KEPT = 20_000;
    private static final long HELD_MS = 60_000;
    private static final long AFTER_THE_NEXT_MS = 100;
    private static final long OLD_SECONDS = 3_600;

    private final String appid;
    private final Supplier<AppSetup> app;
    private final VirtualClock clock;
    private final Ids ids;
    private final DataFile file;
    private final Faults faults;
    private final PriorityQueue<Push> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Push::dueAtMillis).thenComparingLong(Push::id));
    private final Map<Long, Push> held = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Thread pump = new Thread(this::pump, "wechat-simulator-pushes");
    private volatile boolean closed;
    private final ExecutorService couriers;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile @Nullable PushSettings settings;
    private long next = 1;

    /**
     * One attempt at a delivery.
     *
     * @param status HTTP status, or 0 when there was no answer in time
     */
    record Attempt(long id, String event, int attempt, int status, long ms) {}

    /** The answer to the check of an address. */
    record Verified(boolean ok, int status, boolean echoed) {}

    Outbox(String appid, Supplier<AppSetup> app, VirtualClock clock, Ids ids, DataFile file, Faults faults) {
        this.appid = appid;
        this.app = app;
        this.clock = clock;
        this.ids = ids;
        this.file = file;
        this.faults = faults;
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "wechat-simulator-push");
            thread.setDaemon(true);
            return thread;
        };
        pump.setDaemon(true);
        couriers = Executors.newFixedThreadPool(COURIERS, daemons);
    }

    void start() {
        pump.start();
    }

    void configure(@Nullable PushSettings newSettings) {
        settings = newSettings;
    }

    boolean isConfigured() {
        return settings != null;
    }

    /**
     * Lays an event out to be pushed after so many virtual milliseconds.
     *
     * @param list the elements of the field List, an object when there is one and an array of several; empty for none
     */
    void emit(String event, String openid, Map<String, Object> fields, List<Map<String, String>> list, long delayMs) {
        if (isConfigured()) {
            FaultAction.PushFault fault = faults.strikePush(event, openid);
            boolean array = fault != null && fault.mode().equals("list");
            Map<String, Object> message = message(event, openid, fields);
            if (!list.isEmpty()) {
                message.put("List", list.size() == 1 && !array ? list.get(0) : list);
            }
            layOut(event, openid, Json.string(message), delayMs, Push.Corrupt.NONE, fault);
        }
    }

    /** Lays out an event as given, so often, with what is wrong with it. */
    void emit(String event, String openid, Map<String, Object> fields, int repeat, Push.Corrupt corrupt) {
        if (!isConfigured()) {
            throw new IllegalArgumentException("还没有设置推送地址，请先用 /_sim/push/config。");
        }
        String message = Json.string(message(event, openid, fields));
        for (int i = 0; i < repeat; i++) {
            layOut(event, openid, message, 0, corrupt, faults.strikePush(event, openid));
        }
    }

    /** Asks the address to echo, as WeChat does when it is saved. */
    Verified verify() throws InterruptedException {
        PushSettings now = settings;
        if (now == null) {
            throw new IllegalArgumentException("还没有设置推送地址，请先用 /_sim/push/config。");
        }
        String echo = ids.word(20);
        String timestamp = String.valueOf(clock.now());
        String nonce = nonce();
        String query = "signature=" + PushCrypto.signature(now.token(), timestamp, nonce) + "&timestamp=" + timestamp
                + "&nonce=" + nonce + "&echostr=" + echo;
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(now.url() + "?" + query))
                            .timeout(now.timeout())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean echoed = answer.body().equals(echo);
            return new Verified(answer.statusCode() == 200 && echoed, answer.statusCode(), echoed);
        } catch (IOException unreachable) {
            return new Verified(false, 0, false);
        }
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Pushes that are still to come. */
    synchronized List<Push> pending() {
        return List.copyOf(waiting);
    }

    /** Takes pushes back from disk. */
    synchronized void apply(Changes change) {
        if (change.isReset()) {
            waiting.clear();
            held.clear();
            attempts.clear();
            settings = null;
            next = 1;
        }
        for (Push push : change.pushes()) {
            waiting.removeIf(each -> each.id() == push.id());
            if (push.state() == Push.State.WAITING) {
                waiting.add(push);
            }
            next = Math.max(next, push.id() + 1);
        }
    }

    synchronized List<Changes> snapshot() {
        return waiting.isEmpty() ? List.of() : List.of(Changes.pushes(List.copyOf(waiting)));
    }

    private Map<String, Object> message(String event, String openid, Map<String, Object> fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("ToUserName", app.get().originalId());
        message.put("FromUserName", openid);
        message.put("CreateTime", clock.now());
        message.put("MsgType", "event");
        message.put("Event", event);
        message.putAll(fields);
        return message;
    }

    private synchronized void layOut(
            String event,
            String openid,
            String message,
            long delayMs,
            Push.Corrupt corrupt,
            FaultAction.@Nullable PushFault fault) {
        String mode = fault == null ? "" : fault.mode();
        long due = clock.millis() + delayMs + (fault != null && mode.equals("delay") ? fault.ms() : 0);
        int copies = fault != null && mode.equals("duplicate") ? Math.max(1, fault.count()) : 1;
        Push.State state = mode.equals("drop") ? Push.State.DROPPED : Push.State.WAITING;
        for (int i = 0; i < copies; i++) {
            Push push = new Push(
                    next++,
                    event,
                    openid,
                    message,
                    mode.equals("reorder") ? due + HELD_MS : due,
                    0,
                    null,
                    state,
                    corrupt);
            file.append(Changes.pushes(List.of(push)));
            if (state == Push.State.WAITING) {
                waiting.add(push);
            }
            if (mode.equals("reorder")) {
                held.put(push.id(), push);
            } else {
                letGo(due);
            }
        }
    }

    /** What was held until after the next push comes shortly after it. */
    private void letGo(long nextDue) {
        held.values().forEach(push -> {
            if (waiting.remove(push)) {
                waiting.add(push.due(nextDue + AFTER_THE_NEXT_MS));
            }
        });
        held.clear();
    }

    private void pump() {
        while (!closed) {
            sendDue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
        }
    }

    private void sendDue() {
        PushSettings now = settings;
        for (Push due = now == null ? null : nextDue(); due != null && !closed; due = nextDue()) {
            Push push = due;
            couriers.execute(() -> deliver(push, now));
        }
    }

    private synchronized @Nullable Push nextDue() {
        Push first = waiting.peek();
        return first == null || first.dueAtMillis() > clock.millis() ? null : waiting.poll();
    }

    private void deliver(Push push, @Nullable PushSettings now) {
        long began = System.nanoTime();
        int status = now == null ? 0 : post(push, now);
        boolean done = status == 200;
        boolean last = now == null || push.attempts() >= now.retries();
        Push after = push.tried(status, done ? Push.State.DELIVERED : last ? Push.State.GIVEN_UP : Push.State.WAITING);
        synchronized (this) {
            attempts.add(new Attempt(
                    push.id(), push.event(), after.attempts(), status, (System.nanoTime() - began) / 1_000_000));
            if (attempts.size() > KEPT) {
                attempts.remove(0);
            }
            if (after.state() == Push.State.WAITING) {
                waiting.add(after);
            } else {
                file.append(Changes.pushes(List.of(after)));
            }
        }
    }

    /** The HTTP status, where an answer other than nothing or success counts as none. */
    private int post(Push push, PushSettings now) {
        try {
            HttpResponse<String> answer = http.send(request(push, now), HttpResponse.BodyHandlers.ofString());
            boolean accepted = answer.body().isEmpty() || answer.body().equals("success");
            return answer.statusCode() == 200 && !accepted ? 0 : answer.statusCode();
        } catch (IOException unanswered) {
            LOG.debug("The WeChat simulator's push was not answered", unanswered);
            return 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest request(Push push, PushSettings now) {
        boolean old = push.corrupt() == Push.Corrupt.OLD_TIMESTAMP;
        String timestamp = String.valueOf(clock.now() - (old ? OLD_SECONDS : 0));
        String nonce = nonce();
        String query = "signature=" + signed(push, PushCrypto.signature(now.token(), timestamp, nonce)) + "&timestamp="
                + timestamp + "&nonce=" + nonce + "&openid=" + URLEncoder.encode(push.openid(), StandardCharsets.UTF_8);
        String body = push.message();
        if (now.mode() != PushSettings.Mode.PLAIN) {
            String encrypt = encrypted(push, now);
            query += "&encrypt_type=aes&msg_signature="
                    + signed(push, PushCrypto.signature(now.token(), timestamp, nonce, encrypt));
            body = body(push, now, encrypt);
        }
        return HttpRequest.newBuilder(URI.create(now.url() + "?" + query))
                .timeout(now.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String body(Push push, PushSettings now, String encrypt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ToUserName", app.get().originalId());
        if (now.mode() == PushSettings.Mode.COMPAT) {
            Json.objectOrMissing(push.message()).properties().forEach(each -> body.put(each.getKey(), each.getValue()));
        }
        body.put("Encrypt", encrypt);
        return Json.string(body);
    }

    private String encrypted(Push push, PushSettings now) {
        String whose = push.corrupt() == Push.Corrupt.FOREIGN_APPID ? "wxffffffffffffffff" : appid;
        String cipher = PushCrypto.encrypt(now.aesKey(), ids.word(16), push.message(), whose);
        return push.corrupt() == Push.Corrupt.CIPHER ? cipher.substring(4) : cipher;
    }

    private static String signed(Push push, String signature) {
        return push.corrupt() == Push.Corrupt.SIGNATURE
                ? new StringBuilder(signature).reverse().toString()
                : signature;
    }

    private String nonce() {
        return String.valueOf(ids.upTo(999_999_999));
    }

    @Override
    public void close() {
        closed = true;
        couriers.shutdownNow();
    }
}
