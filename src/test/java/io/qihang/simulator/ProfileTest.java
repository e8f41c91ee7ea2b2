package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Troubles of the server as a whole. */
class ProfileTest {

    private static final int CALLS = 200;

    private WeChatSimulator simulator;
    private Client client;
    private String token;

    @BeforeEach
    void start() throws Exception {
        simulator = Rooms.furnished(Rooms.settings());
        client = new Client(simulator);
        token = client.stableToken(false).text("access_token");
        simulator.createUsers("o_load_", CALLS, "T1", 1);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void profile(String body) throws Exception {
        assertThat(client.post("/_sim/profile", Map.of(), body).status()).isEqualTo(200);
    }

    private int send(int user) throws Exception {
        return client.send(token, Client.message("o_load_" + user, "一")).errcode();
    }

    @Test
    void realistic_sends_now_and_then_find_no_subscription_and_take_their_time() throws Exception {
        profile("{\"name\":\"realistic\"}");
        int refused = 0;
        long began = System.nanoTime();
        for (int i = 1; i <= 40; i++) {
            refused += send(i) == 43101 ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 6);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(40 * 45));
    }

    @Test
    void a_days_quota_is_used_up_after_so_many() throws Exception {
        profile("{\"name\":\"quota-day\",\"after\":2}");
        assertThat(send(1)).isZero();
        assertThat(send(2)).isZero();
        assertThat(send(3)).isEqualTo(45009);
        simulator.advance(Duration.ofHours(1));
        assertThat(send(3)).isEqualTo(45009);
        profile("{\"name\":\"calm\"}");
        assertThat(send(3)).isZero();
    }

    @Test
    void a_minutes_quota_comes_back() throws Exception {
        profile("{\"name\":\"quota-minute\",\"after\":1}");
        assertThat(send(1)).isZero();
        assertThat(send(2)).isEqualTo(45009);
        simulator.advance(Duration.ofMinutes(1));
        assertThat(send(2)).isZero();
    }

    @Test
    void in_a_meltdown_some_answers_are_errors_and_some_are_lost() throws Exception {
        profile("{\"name\":\"meltdown\"}");
        int errors = 0;
        int lost = 0;
        for (int i = 1; i <= CALLS; i++) {
            try {
                errors += client.send(token, Client.message("o_load_" + i, "一")).status() == 503 ? 1 : 0;
            } catch (IOException reset) {
                lost++;
            }
        }
        assertThat(errors).isBetween(20, 60);
        assertThat(lost).isBetween(2, 20);
        assertThat(simulator.messages()).hasSize(CALLS - errors);
    }

    @Test
    void tokens_rotate_every_half_minute() throws Exception {
        profile("{\"name\":\"token-rotation\"}");
        assertThat(send(1)).isZero();
        simulator.advance(Duration.ofSeconds(30));
        assertThat(send(2)).isEqualTo(40001);
        token = client.stableToken(false).text("access_token");
        assertThat(send(2)).isZero();
    }

    @Test
    void an_unknown_profile_is_refused() throws Exception {
        assertThat(client.post("/_sim/profile", Map.of(), "{\"name\":\"none\"}").text("error"))
                .startsWith("profile 只能是");
    }

    @Test
    void while_nothing_is_accepted_connecting_times_out_and_then_works_again() throws Exception {
        simulator.fault(Fault.before("*", new FaultAction.AcceptStop(1)));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), simulator.port());
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(address, 300)).isInstanceOf(SocketTimeoutException.class);
        }
        await().ignoreExceptions().untilAsserted(() -> assertThat(
                        new Client(simulator).stableToken(false).text("access_token"))
                .isEqualTo(token));
    }

    @Test
    void a_slow_body_comes_byte_by_byte() throws Exception {
        simulator.fault(Fault.after(SendEndpoint.PATH, new FaultAction.Drip(100)));
        long began = System.nanoTime();
        assertThat(send(1)).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(400));
    }
}
