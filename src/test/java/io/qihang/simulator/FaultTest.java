package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

    private static final String SEND = "/cgi-bin/message/subscribe/send";

    private WeChatSimulator simulator;
    private Client client;
    private String token;

    @BeforeEach
    void start() throws Exception {
        simulator = Rooms.furnished(Rooms.settings());
        client = new Client(simulator);
        token = client.stableToken(false).text("access_token");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Client.Answer send() throws Exception {
        return client.send(token, Client.message(Rooms.OPENID, "一"));
    }

    private Fault fault(FaultPhase phase, FaultAction action) {
        return phase == FaultPhase.BEFORE ? Fault.before(SEND, action) : Fault.after(SEND, action);
    }

    /** What comes back on a bare socket; throws what the network throws. */
    private String sendOnASocket() throws IOException {
        byte[] body = Client.message(Rooms.OPENID, "一").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            String head = "POST " + SEND + "?access_token=" + token + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertDone(FaultPhase phase) {
        int done = phase == FaultPhase.AFTER ? 1 : 0;
        assertThat(simulator.messages(Rooms.OPENID)).hasSize(done);
        assertThat(simulator.subscription(Rooms.OPENID, "T1").credits()).isEqualTo(1 - done);
    }

    @Nested
    class The_phase_decides_what_was_done_when {

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void the_connection_is_reset(FaultPhase phase) {
            simulator.fault(fault(phase, new FaultAction.Reset()));

            assertThatThrownBy(() -> sendOnASocket())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void the_connection_is_closed_in_an_orderly_way(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Close()));

            assertThat(sendOnASocket()).isEmpty();
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void the_body_breaks_off(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Truncate(10)));

            assertThat(sendOnASocket()).endsWith("\r\n\r\n{\"errcode\"").doesNotContain("Content-Length: 10\r\n");
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void the_body_breaks_off_for_a_real_client(FaultPhase phase) {
            simulator.fault(fault(phase, new FaultAction.Truncate(10)));

            assertThatThrownBy(() -> send()).isInstanceOf(IOException.class).hasRootCauseInstanceOf(EOFException.class);
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void an_errcode_comes_instead(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Errcode(-1)));
            Client.Answer answer = send();

            assertThat(answer.errcode()).isEqualTo(-1);
            assertThat(answer.errmsg()).startsWith("system error rid: ");
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void another_status_comes_with_the_success_body(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Http(502)));
            Client.Answer answer = send();

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.body()).startsWith("{\"errcode\":0");
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void html_comes_instead(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Garbage()));

            assertThat(send()).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).startsWith("<html>");
            });
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void nothing_comes_instead(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Empty()).times(1));
            assertThat(send().body()).isEmpty();
            assertDone(phase);
        }

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void an_empty_object_comes_instead(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.EmptyJson()));
            assertThat(send().body()).isEqualTo("{}");
            assertDone(phase);
        }
    }

    @Nested
    class A_delay {

        @ParameterizedTest
        @EnumSource(FaultPhase.class)
        void holds_the_answer_back_and_the_work_is_done_all_the_same(FaultPhase phase) throws Exception {
            simulator.fault(fault(phase, new FaultAction.Delay(60, 20)));
            long start = System.nanoTime();

            assertThat(send().errcode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
            assertDone(FaultPhase.AFTER);
        }
    }

    @Nested
    class A_fault_strikes_only {

        private List<Integer> codesOf(int sends) throws Exception {
            List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < sends; i++) {
                simulator.accept(Rooms.OPENID, "T1");
                codes.add(send().errcode());
            }
            return codes;
        }

        private Fault busy() {
            return Fault.before(SEND, new FaultAction.Errcode(45009, "busy"));
        }

        @Test
        void after_a_deed_and_not_after_a_refusal() throws Exception {
            simulator.fault(Fault.after(SEND, new FaultAction.Errcode(-1)));

            assertThat(send().errcode()).isEqualTo(-1);
            assertThat(send().errcode()).isEqualTo(43101);
        }

        @Test
        void so_many_times() throws Exception {
            simulator.fault(busy().times(2));

            assertThat(codesOf(4)).containsExactly(45009, 45009, 0, 0);
        }

        @Test
        void the_calls_with_the_given_numbers() throws Exception {
            simulator.fault(busy().onlyNth(2, 4));

            assertThat(codesOf(5)).containsExactly(0, 45009, 0, 45009, 0);
        }

        @Test
        void until_its_time_is_over() throws Exception {
            simulator.fault(busy().lasting(Duration.ofSeconds(10)));
            simulator.advance(Duration.ofSeconds(9));
            assertThat(codesOf(1)).containsExactly(45009);
            simulator.advance(Duration.ofSeconds(1));
            assertThat(codesOf(1)).containsExactly(0);
        }

        @Test
        void as_often_as_it_is_likely_and_the_same_calls_for_the_same_seed() throws Exception {
            simulator.fault(busy().withProbability(0.5));
            List<Integer> codes = codesOf(40);
            assertThat(codes).contains(0, 45009);

            try (WeChatSimulator twin = Rooms.furnished(Rooms.settings())) {
                Client other = new Client(twin);
                String otherToken = other.stableToken(false).text("access_token");
                twin.fault(busy().withProbability(0.5));
                List<Integer> again = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    twin.accept(Rooms.OPENID, "T1");
                    again.add(other.send(otherToken, Client.message(Rooms.OPENID, "一"))
                            .errcode());
                }
                assertThat(again).isEqualTo(codes);
            }
        }

        @Test
        void users_and_templates_that_match() throws Exception {
            simulator.createUser("o_load_1", "13800000002");
            simulator.accept("o_load_1", "T1");
            simulator.fault(busy().forOpenid("o_load_*").forTemplate("T1"));

            assertThat(send().errcode()).isZero();
            assertThat(client.send(token, Client.message("o_load_1", "一")).errcode())
                    .isEqualTo(45009);
        }

        @Test
        void the_login_of_the_user_it_is_for() throws Exception {
            simulator.fault(Fault.after("/sns/*", new FaultAction.Errcode(-1)).forOpenid(Rooms.OPENID));
            String code = simulator.issueLoginCode(Rooms.OPENID);

            assertThat(client.login(code).errcode()).isEqualTo(-1);
            simulator.clearFaults();
            assertThat(client.login(code).errcode()).isEqualTo(40163);
        }

        @Test
        void the_phone_code_of_the_user_it_is_for() throws Exception {
            simulator.fault(Fault.before("*", new FaultAction.Errcode(45011)).forOpenid(Rooms.OPENID));
            String body = "{\"code\":\"" + simulator.issuePhoneCode(Rooms.OPENID) + "\"}";

            assertThat(client.phone(token, body).errcode()).isEqualTo(45011);
            simulator.clearFaults();
            assertThat(client.phone(token, body).errcode()).isZero();
        }
    }

    @Test
    void the_journal_says_which_fault_struck() throws Exception {
        simulator.fault(
                Fault.after(SEND, new FaultAction.Errcode(-1)).named("f9").times(1));
        send();
        simulator.accept(Rooms.OPENID, "T1");
        send();

        assertThat(simulator.journal(SEND)).extracting(JournalEntry::fault).containsExactly("f9:after:errcode", null);
        assertThat(simulator.journal(SEND)).extracting(JournalEntry::errcode).containsExactly(-1, 0);
    }
}
