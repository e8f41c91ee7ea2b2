package io.qihang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several at the same moment. */
class TicketRaceTests extends TicketPlay {

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
