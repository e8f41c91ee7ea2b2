package io.qihang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.crypto.Vault;
import io.qihang.simulator.Fault;
import io.qihang.simulator.FaultAction;
import io.qihang.simulator.JournalEntry;
import io.qihang.simulator.Message;
import io.qihang.testing.Crowd;
import io.qihang.testing.Figures;
import io.qihang.testing.ProductionProcess;
import io.qihang.testing.Superuser;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * Two nodes send a campaign and either is killed again and again in the middle of it. Recipients are added after each
 * kill, so that the next one falls into the sending too. Two kills among 2,000 in every build, as many as {@code
 * -Dqihang.campaign-kills} and {@code -Dqihang.campaign-recipients} say when measured.
 */
@SystemTest
class KilledCampaignTests {

    private static final int KILLS = Integer.getInteger("qihang.campaign-kills", 2);
    private static final int RECIPIENTS = Integer.getInteger("qihang.campaign-recipients", 2_000);
    private static final int ADDED = RECIPIENTS / (KILLS + 1);
    private static final int SENDERS = 32;
    /** Claimed by a node at most: one for each sender, and once more what it claims together. */
    private static final int IN_HAND = SENDERS + 16;

    private static final Duration AT_MOST = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DataRedisConnectionDetails redis;

    @Autowired
    Environment environment;

    @Autowired
    Superuser superuser;

    @Autowired
    Vault vault;

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final List<ProductionProcess> nodes = new ArrayList<>();
    private final List<ProductionProcess.Running> running = new ArrayList<>();

    @Test
    void everyone_ends_in_one_state_and_nobody_is_told_twice() throws IOException, InterruptedException {
        String url = superuser.createDatabase("qihang_crowd", database.getJdbcUrl());
        try (var crowd = new Crowd(url, redis, environment, vault, 2 * RECIPIENTS, folder)) {
            start(crowd);
            crowd.gather(RECIPIENTS);
            crowd.weChat().fault(Fault.before(Crowd.SEND, new FaultAction.Delay(50, 50)));
            crowd.reportTo(running.get(0));
            long begun = System.nanoTime();
            int underWay = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                crowd.tell(kill * ADDED, ADDED);
                int left = 1 + random.nextInt(ADDED - 1);
                await().atMost(AT_MOST).pollInterval(OFTEN).until(() -> crowd.count("READY") < left);
                int victim = random.nextInt(running.size());
                crowd.reportTo(running.get(1 - victim));
                underWay += crowd.count("SENDING");
                running.get(victim).kill();
                running.set(victim, nodes.get(victim).start());
            }
            crowd.tell(KILLS * ADDED, RECIPIENTS - KILLS * ADDED);
            await("everyone has an end state").atMost(AT_MOST).until(crowd::isSettled);
            await("WeChat has reported").atMost(AT_MOST).until(crowd::isReported);
            crowd.endCampaign();
            await("the campaign is closed").atMost(AT_MOST).until(crowd::isClosed);
            double seconds = (System.nanoTime() - begun) / 1e9;

            assertThat(underWay).as("the kills fell into the sending").isPositive();
            assertThat(crowd.count("SENT") + crowd.count("UNKNOWN"))
                    .as("nobody is lost")
                    .isEqualTo(RECIPIENTS);
            assertThat(crowd.weChat().duplicates(Duration.ofDays(1)))
                    .as("WeChat took nothing twice")
                    .isEmpty();
            assertThat(crowd.weChat().messages().stream().map(Message::openid))
                    .as("whom WeChat has a message for was sent it, the others were not")
                    .containsExactlyInAnyOrderElementsOf(crowd.openidsIn("SENT"));
            assertThat(crowd.weChat().journal(Crowd.SEND).stream().map(JournalEntry::openid))
                    .as("nothing is sent again without knowing")
                    .doesNotHaveDuplicates();
            assertThat(crowd.count("UNKNOWN")).isLessThanOrEqualTo(KILLS * IN_HAND);
            Figures.put("campaign.kills", KILLS);
            Figures.put("campaign.recipients", RECIPIENTS);
            Figures.put("campaign.unknown", crowd.count("UNKNOWN"));
            Figures.put("campaign.seconds", seconds);
        } finally {
            running.forEach(ProductionProcess.Running::close);
        }
    }

    private void start(Crowd crowd) throws IOException, InterruptedException {
        for (String name : List.of("node-a", "node-b")) {
            var node = crowd.node(name)
                    .quick()
                    .with("qihang.notification.senders", String.valueOf(SENDERS))
                    .with("qihang.notification.pace.start", "0")
                    .with("qihang.notification.lease", "10s")
                    .with("qihang.notification.doubt", "4s")
                    .with("qihang.outbox.abandoned-after", "5s");
            nodes.add(node);
            running.add(node.start());
        }
    }
}
