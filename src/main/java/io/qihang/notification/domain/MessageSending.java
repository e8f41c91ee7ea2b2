package io.qihang.notification.domain;

import io.qihang.identity.People;
import io.qihang.notification.domain.DeliveryMapper.Delivery;
import io.qihang.wechat.SendOutcome;
import io.qihang.wechat.SubscribeMessages;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Every node does it; they share the work without knowing of each other. A node sends as many at a
 * time as it has senders, so a claimed message never waits for its turn while its lease runs.
 */
@Component
class MessageSending {

    /** At 100 ms a message about 160 a second per node. */
    static final int SENDERS = 16;

    /** As WeChat would answer for a template it does not know. */
    private static final SendOutcome NOT_GRANTED = new SendOutcome.Refused(40037);

    private static final Logger log = LoggerFactory.getLogger(MessageSending.class);

    private final Deliveries deliveries;
    private final People people;
    private final SubscribeMessages messages;
    private final NotificationSettings settings;
    /** Not a bean: an executor among the beans would take the place of the one that runs event listeners. */
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);

    MessageSending(Deliveries deliveries, People people, SubscribeMessages messages, NotificationSettings settings) {
        this.deliveries = deliveries;
        this.people = people;
        this.messages = messages;
        this.settings = settings;
    }

    /** Sends until nothing is due. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    void run() throws InterruptedException {
        deliveries.tidy();
        Deliveries.Claim claim;
        do {
            claim = deliveries.claim(SENDERS);
            send(claim.toSend());
        } while (claim.taken() == SENDERS);
        deliveries.tidy();
    }

    @PreDestroy
    void stop() {
        senders.shutdown();
    }

    private void send(List<Delivery> claimed) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (Delivery it : claimed) running.add(senders.submit(() -> send(it)));
        for (Future<?> it : running) {
            try {
                it.get();
            } catch (ExecutionException e) {
                log.error("sending failed; the lease will end it", e.getCause());
            }
        }
    }

    private void send(Delivery it) {
        deliveries.finish(it, attempt(it));
    }

    private Outcome attempt(Delivery it) {
        var openid = people.openid(it.person());
        if (openid.isEmpty()) return Outcome.withoutOpenid();
        NotificationSettings.Template template = settings.templates().get(it.template());
        if (template == null || !template.isGranted()) return Outcome.of(NOT_GRANTED, it.attempt());
        var data = Wording.of(template, it.text().fields());
        return Outcome.of(messages.send(openid.get(), template.id(), it.page(), data), it.attempt());
    }
}
