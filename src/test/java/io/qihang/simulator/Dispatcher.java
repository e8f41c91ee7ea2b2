package io.qihang.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes each call through journal, faults and its endpoint. */
final class Dispatcher implements AutoCloseable {

    private final Map<String, Endpoint> endpoints;
    private final Journal journal;
    private final Faults faults;
    private final Tokens tokens;
    private final VirtualClock clock;
    private final Ids ids;
    private final InFlight inFlight = new InFlight();
    private final CountDownLatch closing = new CountDownLatch(1);

    private record Outcome(@Nullable Reply reply, Delivery delivery) {

        static Outcome whole(Reply reply) {
            return new Outcome(reply, new Delivery.Whole(reply));
        }
    }

    Dispatcher(List<Endpoint> endpoints, Journal journal, Faults faults, Tokens tokens, VirtualClock clock, Ids ids) {
        this.endpoints = endpoints.stream().collect(Collectors.toUnmodifiableMap(Endpoint::path, Function.identity()));
        this.journal = journal;
        this.faults = faults;
        this.tokens = tokens;
        this.clock = clock;
        this.ids = ids;
    }

    Delivery handle(WireRequest request) {
        long began = System.nanoTime();
        String rid = ids.rid();
        Endpoint endpoint = endpoints.get(request.path());
        if (endpoint == null) {
            Reply unknown = Reply.error(Errcode.INVALID_URL.code(), Errcode.INVALID_URL.text(), rid)
                    .withStatus(404);
            journal.complete(
                    journal.arrived(entry(request, null, null, true, rid)),
                    e -> e.answered(404, unknown.errcode(), unknown.body(), millisSince(began)));
            return new Delivery.Whole(unknown);
        }
        if (faults.storms()) {
            tokens.revoke(TokenKind.NORMAL);
            tokens.revoke(TokenKind.STABLE);
        }
        Endpoint.Subject subject = endpoint.subject(request);
        Faults.Struck fault = faults.strike(request.path(), subject.openid(), subject.templateId());
        try (InFlight.Flight flight = inFlight.enter(request.path(), subject.openid())) {
            JournalEntry arrived = journal.arrived(entry(request, subject.openid(), fault, false, rid));
            Outcome outcome = outcome(endpoint, new Call(request, rid, flight.alone()), fault);
            Reply reply = outcome.reply();
            journal.complete(
                    arrived,
                    e -> reply == null
                            ? e.answered(0, null, null, millisSince(began))
                            : e.answered(reply.status(), reply.errcode(), reply.body(), millisSince(began)));
            if (fault != null && fault.phase() == FaultPhase.AFTER && fault.action() instanceof FaultAction.Delay d) {
                pause(d);
            }
            return outcome.delivery();
        }
    }

    private Outcome outcome(Endpoint endpoint, Call call, Faults.@Nullable Struck fault) {
        if (fault == null) {
            return Outcome.whole(work(endpoint, call));
        }
        if (fault.action() instanceof FaultAction.Delay delay) {
            if (fault.phase() == FaultPhase.BEFORE) {
                pause(delay);
            }
            return Outcome.whole(work(endpoint, call));
        }
        if (fault.phase() == FaultPhase.BEFORE) {
            return altered(Reply.error(Errcode.OK.code(), Errcode.OK.text(), call.rid()), fault.action(), call.rid());
        }
        Reply own = work(endpoint, call);
        return own.errcode() != 0 ? Outcome.whole(own) : altered(own, fault.action(), call.rid());
    }

    private static Reply work(Endpoint endpoint, Call call) {
        try {
            return endpoint.handle(call);
        } catch (WxError refused) {
            return endpoint.refuse(refused, call.rid());
        }
    }

    private static Outcome altered(Reply own, FaultAction action, String rid) {
        if (action instanceof FaultAction.Errcode e) {
            String text = e.errmsg() == null ? Errcode.textOf(e.errcode()) : e.errmsg();
            return Outcome.whole(Reply.error(e.errcode(), text, rid));
        }
        if (action instanceof FaultAction.Http h) {
            String type = h.contentType() == null ? own.contentType() : h.contentType();
            Reply reply = h.body() == null ? own.withStatus(h.status()) : Reply.text(h.status(), type, h.body());
            return Outcome.whole(reply);
        }
        if (action instanceof FaultAction.Truncate t) {
            return new Outcome(own, new Delivery.Truncated(own, t.bytes()));
        }
        if (action instanceof FaultAction.Drip d) {
            return new Outcome(own, new Delivery.Drip(own, d.bytesPerSecond()));
        }
        if (action instanceof FaultAction.Garbage) {
            return Outcome.whole(Reply.text(200, "text/html", "<html><body>502 Bad Gateway</body></html>"));
        }
        if (action instanceof FaultAction.Empty) {
            return Outcome.whole(Reply.text(200, own.contentType(), ""));
        }
        if (action instanceof FaultAction.EmptyJson) {
            return Outcome.whole(Reply.text(200, own.contentType(), "{}"));
        }
        return new Outcome(null, action instanceof FaultAction.Reset ? new Delivery.Reset() : new Delivery.Closed());
    }

    private JournalEntry entry(
            WireRequest request,
            @Nullable String openid,
            Faults.@Nullable Struck fault,
            boolean unexpected,
            String rid) {
        return new JournalEntry(
                0,
                clock.millis(),
                request.method(),
                request.path(),
                request.rawQuery(),
                request.body(),
                openid,
                0,
                null,
                fault == null ? null : fault.label(),
                unexpected,
                rid,
                null,
                0);
    }

    private static long millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }

    /** Waits in real time; closing the simulator ends every wait. */
    private void pause(FaultAction.Delay delay) {
        long ms = delay.ms() + (delay.jitterMs() == 0 ? 0 : ids.upTo(delay.jitterMs()));
        try {
            closing.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
