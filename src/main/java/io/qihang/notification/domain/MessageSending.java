package io.qihang.notification.domain;

import io.qihang.identity.People;
import io.qihang.identity.PersonId;
import io.qihang.notification.domain.Deliveries.Finished;
import io.qihang.notification.domain.Deliveries.ToSend;
import io.qihang.wechat.SendOutcome;
import io.qihang.wechat.SubscribeMessages;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is due. Every node does it; they share the work and the pace without knowing of each other. A node claims
 * hardly more than it has senders, so a claimed message waits little while its lease runs. Outcomes are written as they
 * come in, all that are there at once.
 */
@Component
class MessageSending {

    /** At least so many are claimed together. */
    private static final int FEWEST_AT_ONCE = 16;

    private static final int WRITTEN_AT_ONCE = 100;
    private static final int SECONDS_TO_END = 15;

    /** As WeChat would answer for a template it does not know. */
    private static final SendOutcome NOT_GRANTED = new SendOutcome.Refused(40037);

    private static final Logger log = LoggerFactory.getLogger(MessageSending.class);

    private final Deliveries deliveries;
    private final Pacer pacer;
    private final People people;
    private final SubscribeMessages messages;
    private final NotificationSettings settings;
    private final int atOnce;
    private final Semaphore room;
    private final ConcurrentLinkedQueue<Work> done = new ConcurrentLinkedQueue<>();
    /** Not beans: an executor among the beans would take the place of the one that runs event listeners. */
    private final ExecutorService senders;

    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private volatile boolean stopping;

    MessageSending(
            Deliveries deliveries,
            Pacer pacer,
            People people,
            SubscribeMessages messages,
            NotificationSettings settings) {
        this.deliveries = deliveries;
        this.pacer = pacer;
        this.people = people;
        this.messages = messages;
        this.settings = settings;
        this.senders = Executors.newFixedThreadPool(settings.senders());
        this.atOnce = Math.max(FEWEST_AT_ONCE, settings.senders() / 2);
        this.room = new Semaphore(settings.senders() + atOnce);
    }

    /** A message that was sent, and the round it belongs to. */
    private record Work(Finished finished, Phaser round) {}

    /** Sends until nothing is due, and returns when all of it has come to something. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() throws InterruptedException {
        deliveries.tidy();
        do {
            Phaser round = new Phaser(1);
            int taken;
            do {
                taken = sendSome(round);
            } while (taken > 0 && !stopping);
            round.awaitAdvanceInterruptibly(round.arrive());
        } while (deliveries.tidy() && !stopping);
    }

    private int sendSome(Phaser round) throws InterruptedException {
        room.acquire(atOnce);
        int unused = atOnce;
        try {
            Deliveries.Claim claim = deliveries.claim(atOnce);
            List<ToSend> toSend = new ArrayList<>(claim.toSend());
            try {
                Map<PersonId, String> openids = people.openids(
                        toSend.stream().map(it -> it.delivery().person()).toList());
                pacer.await(toSend.size());
                while (!toSend.isEmpty()) {
                    ToSend it = toSend.get(toSend.size() - 1);
                    round.register();
                    try {
                        senders.execute(() -> send(it, openids.get(it.delivery().person()), round));
                    } catch (RejectedExecutionException stopped) {
                        round.arriveAndDeregister();
                        return 0;
                    }
                    unused--;
                    toSend.remove(toSend.size() - 1);
                }
            } finally {
                notSent(toSend);
            }
            return claim.taken();
        } finally {
            room.release(unused);
        }
    }

    /** What was claimed and certainly not sent waits for its next turn. */
    private void notSent(List<ToSend> claimed) {
        if (claimed.isEmpty()) return;
        write(claimed.stream()
                .map(it -> new Finished(
                        it, Outcome.of(new SendOutcome.Later(0), it.delivery().tries())))
                .toList());
    }

    private void send(ToSend it, @Nullable String openid, Phaser round) {
        Outcome outcome;
        try {
            outcome = attempt(it, openid);
            if (outcome.complaint() != Outcome.Complaint.NONE) {
                pacer.complained(outcome.complaint() == Outcome.Complaint.BUSY);
            }
        } catch (RuntimeException e) {
            log.error("sending failed", e);
            outcome = Outcome.broken();
        }
        done.add(new Work(new Finished(it, outcome), round));
        writer.execute(this::write);
    }

    private Outcome attempt(ToSend it, @Nullable String openid) {
        if (openid == null) return Outcome.withoutOpenid();
        int tries = it.delivery().tries();
        NotificationSettings.Template template = settings.templates().get(it.template());
        if (template == null || !template.isGranted()) return Outcome.of(NOT_GRANTED, tries);
        var data = Wording.of(template, it.words().text().fields());
        return Outcome.of(messages.send(openid, template.id(), it.words().page(), data), tries);
    }

    /** Writes what is there. */
    private void write() {
        List<Work> some = new ArrayList<>();
        while (some.size() < WRITTEN_AT_ONCE) {
            Work next = done.poll();
            if (next == null) break;
            some.add(next);
        }
        if (some.isEmpty()) return;
        try {
            write(some.stream().map(Work::finished).toList());
        } finally {
            room.release(some.size());
            some.forEach(it -> it.round().arriveAndDeregister());
        }
    }

    /** Tries as long as the leases run: what WeChat answered is not known anywhere else. */
    private void write(List<Finished> finished) {
        long seconds = settings.lease().toSeconds() * 3 / 4;
        for (long second = 0; ; second++) {
            try {
                deliveries.finish(finished);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (second == seconds) {
                    log.error("{} outcomes could not be written; their leases will end them", finished.size(), e);
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is under way end; no more is claimed. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        senders.shutdown();
        boolean ended = senders.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        writer.shutdown();
        ended &= writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        if (!ended) log.warn("messages were still under way at the end; their leases will end them");
    }
}
