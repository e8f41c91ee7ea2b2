package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several at the same moment. */
class TicketRaceTests extends TicketPlay {

    private static final int CROWD = 64;

    @Autowired
    JdbcClient sql;

    @RepeatedTest(3)
    void of_two_answers_at_once_one_wins_and_one_is_told_so() throws Exception {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        Api handler = handler(OFFICE);
        bringToWork(ticket, officer(), handler, OFFICE);

        var replies = together(2, i -> handler.post(desk(ticket) + "/answer", answer("已增容" + i + "。")));

        assertThat(replies).extracting(Api.Reply::status).containsExactlyInAnyOrder(204, 409);
        assertThat(replies.stream()
                        .filter(it -> it.status() == 409)
                        .findFirst()
                        .orElseThrow()
                        .code())
                .isIn("CHANGED_MEANWHILE", "TICKET_STATE");
        assertThat(hops(member.get("/api/v1/tickets/" + ticket).expect(200), "actionName"))
                .containsExactly("提出诉求", "分派", "受理", "办结答复");
    }

    @Test
    void tickets_raised_at_once_have_numbers_of_their_own() throws Exception {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        var replies = together(6, i -> member.once().post("/api/v1/enterprises/" + enterprise + "/tickets", power()));
        assertThat(replies).extracting(Api.Reply::status).containsOnly(201);
        assertThat(replies).extracting(it -> it.at("/number")).doesNotHaveDuplicates();
    }

    @Test
    void of_64_claims_at_once_one_wins_and_63_are_told_what_is_allowed_now() throws Exception {
        var enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        String ticket = raise(member, enterprise);
        officer().post(desk(ticket) + "/dispatch", Map.of("office", OFFICE)).expect(204);
        List<Api> handlers = several(() -> handler(OFFICE));

        var replies =
                together(CROWD, i -> handlers.get(i % handlers.size()).post(desk(ticket) + "/acceptance", Map.of()));

        assertOneWon(replies, 204, "PROGRESS");
        assertThat(hops(member.get("/api/v1/tickets/" + ticket).expect(200), "actionName"))
                .containsExactly("提出诉求", "分派", "受理");
        assertThat(recorded("ticket.accept", ticket)).isEqualTo(1);
    }

    @Test
    void of_64_confirmations_at_once_one_closes_it() throws Exception {
        var enterprise = firms.in(QINGSHUI);
        List<Api> members = several(() -> member(enterprise));
        Api handler = handler(OFFICE);
        String ticket = raise(members.get(0), enterprise);
        bringToWork(ticket, officer(), handler, OFFICE);
        handler.post(desk(ticket) + "/answer", answer("已增容。")).expect(204);

        var replies = together(CROWD, i -> members.get(i % members.size())
                .once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", Map.of()));

        assertOneWon(replies, 200, "REOPEN");
        assertThat(hops(members.get(0).get("/api/v1/tickets/" + ticket).expect(200), "actionName"))
                .containsExactly("提出诉求", "分派", "受理", "办结答复", "企业确认解决");
        assertThat(recorded("ticket.confirm", ticket)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void of_two_colleagues_who_join_at_once_one_has_a_ticket() throws Exception {
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            var other = firms.in(QINGSHUI);
            tickets.add(raise(member(other), other));
        }
        String problem = officer()
                .post(
                        "/api/v1/desk/common-problems",
                        Map.of("title", "频繁停电", "summary", "几家企业都有。", "office", OFFICE, "tickets", tickets))
                .expect(201)
                .at("/id");
        var enterprise = firms.in(LIULIN);
        List<Api> colleagues =
                Stream.generate(() -> member(enterprise)).limit(2).toList();

        var replies = together(2, i -> colleagues
                .get(i)
                .once()
                .post("/api/v1/enterprises/" + enterprise + "/common-problems/" + problem + "/joining", Map.of()));

        assertThat(replies).extracting(Api.Reply::status).containsExactlyInAnyOrder(201, 409);
        assertThat(replies)
                .filteredOn(it -> it.status() == 409)
                .extracting(Api.Reply::code)
                .containsOnly("TICKET_COMMON_JOINED");
        assertThat(sql.sql("select count(*) from ticket where enterprise_id = ?")
                        .param(enterprise.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static void assertOneWon(List<Api.Reply> replies, int status, String allowedNow) {
        assertThat(replies.stream().filter(it -> it.status() == status)).hasSize(1);
        assertThat(replies.stream().filter(it -> it.status() == 409))
                .hasSize(CROWD - 1)
                .allSatisfy(it -> {
                    assertThat(it.code()).isEqualTo("TICKET_STATE");
                    assertThat(it.json().path("allowed").valueStream().map(one -> one.path("code")
                                    .asString()))
                            .contains(allowedNow);
                });
    }

    /** How often the audit has it as done. */
    private int recorded(String action, String ticket) {
        return sql.sql("select count(*) from audit_event where action = ? and object_id = ? and outcome = 'DONE'")
                .params(action, ticket)
                .query(Integer.class)
                .single();
    }

    /** So many that each stays within what one person may do in a minute. */
    private static List<Api> several(Supplier<Api> one) {
        return Stream.generate(one).limit(8).toList();
    }

    private static List<Api.Reply> together(int count, IntFunction<Api.Reply> request) throws Exception {
        var gate = new CyclicBarrier(count);
        var senders = Executors.newFixedThreadPool(count);
        try {
            List<Future<Api.Reply>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<Api.Reply> send = () -> {
                    gate.await();
                    return request.apply(number);
                };
                sent.add(senders.submit(send));
            }
            List<Api.Reply> replies = new ArrayList<>();
            for (Future<Api.Reply> it : sent) replies.add(it.get());
            return replies;
        } finally {
            senders.shutdown();
        }
    }
}
