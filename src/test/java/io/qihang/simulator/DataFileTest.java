package io.qihang.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

    private static final String SEND = "/cgi-bin/message/subscribe/send";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("wechat/state.jsonl");
    }

    private WeChatSimulator open(Path path) {
        return WeChatSimulator.start(Rooms.settings().withDataFile(path));
    }

    /** A user with four credits who was sent two messages. */
    private String liveAWhile() throws Exception {
        try (WeChatSimulator simulator = Rooms.furnished(Rooms.settings().withDataFile(file))) {
            Client client = new Client(simulator);
            for (int i = 0; i < 3; i++) {
                simulator.accept(Rooms.OPENID, "T1");
            }
            String token = client.stableToken(false).text("access_token");
            client.send(token, Client.message(Rooms.OPENID, "一"));
            client.send(token, Client.message(Rooms.OPENID, "二"));
            simulator.advance(Duration.ofSeconds(100));
            return token;
        }
    }

    @Test
    void everything_a_demo_needs_survives_a_restart() throws Exception {
        String token = liveAWhile();
        try (WeChatSimulator again = open(file)) {
            assertThat(again.user(Rooms.OPENID))
                    .contains(new User(
                            Rooms.OPENID,
                            null,
                            Rooms.PHONE,
                            false,
                            Rooms.settings().clock().instant().getEpochSecond()));
            assertThat(again.template("T1")).contains(Rooms.TEMPLATE);
            assertThat(again.subscription(Rooms.OPENID, "T1").credits()).isEqualTo(2);
            assertThat(again.messages(Rooms.OPENID))
                    .extracting(message -> message.data().get("thing1"))
                    .containsExactly("一", "二");
            assertThat(again.journal(SEND)).hasSize(2);
            assertThat(Duration.between(
                            Rooms.settings().clock().instant(), again.clock().instant()))
                    .isEqualTo(Duration.ofSeconds(100));
            assertThat(new Client(again)
                            .send(token, Client.message(Rooms.OPENID, "三"))
                            .errcode())
                    .isZero();
            assertThat(again.journal(SEND)).extracting(JournalEntry::seq).doesNotHaveDuplicates();
            assertThat(again.messages(Rooms.OPENID))
                    .extracting(Message::msgid)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        }
    }

    @Test
    void a_file_cut_off_anywhere_opens_with_every_credit_accounted_for() throws Exception {
        liveAWhile();
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.jsonl");
        int sentAtMost = 0;
        for (int length = 0; length <= whole.length; length += 5) {
            Files.write(cut, Arrays.copyOf(whole, length));
            try (WeChatSimulator again = open(cut)) {
                int sent = again.messages(Rooms.OPENID).size();
                int left = again.subscription(Rooms.OPENID, "T1").credits();
                if (sent > 0) {
                    assertThat(sent + left).as("cut at byte %d", length).isEqualTo(4);
                }
                sentAtMost = Math.max(sentAtMost, sent);
            }
        }
        assertThat(sentAtMost).isEqualTo(2);
    }

    @Test
    void what_is_written_after_a_cut_off_line_is_read_back() throws Exception {
        liveAWhile();
        Files.writeString(file, "{\"users\":[{\"openid\":\"o_ha", StandardOpenOption.APPEND);
        try (WeChatSimulator again = open(file)) {
            again.createUser("o_after", "13800000009");
        }
        try (WeChatSimulator again = open(file)) {
            assertThat(again.user("o_after")).isPresent();
            assertThat(again.messages(Rooms.OPENID)).hasSize(2);
        }
    }

    @Test
    void a_line_that_is_not_ours_stops_the_start_and_says_what_to_do() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}\nhello\n{}\n");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("第 2 行")
                .hasMessageContaining("请删除后重新启动");
    }

    @Test
    void a_reset_is_remembered_too() throws Exception {
        liveAWhile();
        try (WeChatSimulator again = open(file)) {
            again.reset();
            again.createUser("o_new", "13800000009");
        }
        try (WeChatSimulator again = open(file)) {
            assertThat(again.user(Rooms.OPENID)).isEmpty();
            assertThat(again.messages()).isEmpty();
            assertThat(again.journal()).isEmpty();
            assertThat(again.user("o_new")).isPresent();
            assertThat(again.clock().instant())
                    .isEqualTo(Rooms.settings().clock().instant());
        }
    }

    @Test
    void the_secret_is_not_written() throws Exception {
        liveAWhile();
        try (WeChatSimulator again = open(file)) {
            new Client(again).plainToken();
            new Client(again).login(again.issueLoginCode(Rooms.OPENID));
        }

        assertThat(Files.readString(file)).contains("secret=***").doesNotContain(Client.SECRET);
    }
}
