package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code journeys/visits.md}: a commissioner's visit, what became of it, and what the enterprise says. */
class VisitPaperJourney extends VisitPlay {

    private final JourneyPaper paper = new JourneyPaper(getClass(), "visits", "走访：上门、承诺、问题、来过", """
            服务专员在手机上记走访，没有信号也能记；有网时原样送到，重复送、乱序送结果一样（见 [offline.md](../offline.md)）。
            问题一经送达就是一件诉求；承诺有日期，到结果为止每次上门先看到。企业点“来过、有用”，代替定位和照片。""");

    @BeforeEach
    void stop_the_clock() {
        clock.stop(
                LocalDateTime.parse("2026-09-30T17:00").atZone(Times.SHANGHAI).toInstant());
    }

    @Test
    void a_visit_is_recorded_twice_promised_settled_and_echoed() {
        var commissioner = commissioner();
        var enterprise = firms.named("冠县虚构纺织有限公司", QINGSHUI);
        firms.assign(enterprise, commissioner.id(), LocalDate.of(2026, 9, 1));
        Api phone = paper.heard("服务专员", commissioner.api());
        Api member = paper.heard("企业成员", member(enterprise));

        paper.step("上门前看一页", "先取帮包的企业和本县的走访规定，有网时存下；上门前看这家企业的情况、未到结果的承诺和诉求。");
        phone.get("/api/v1/field/portfolio").expect(200);
        phone.get("/api/v1/field/visit-rules").expect(200);
        phone.get("/api/v1/field/enterprises/" + enterprise + "/brief").expect(200);

        paper.step("送达走访记录", "编号由手机生成。第一次 201；没收到结果就原样再送，得到 200 和同样的内容。");
        String visit = visit(UUID.randomUUID());
        UUID promised = UUID.randomUUID();
        UUID heard = UUID.randomUUID();
        paper.call(promised.toString(), "手机给承诺的编号");
        paper.call(heard.toString(), "手机给问题的编号");
        var told = telling(
                enterprise,
                Map.of(
                        "promises", List.of(promise(promised, "联系技校", "2026-10-15")),
                        "problems", List.of(problem(heard, "缺技工"))));
        var first = phone.put(visit, told).expect(201);
        assertThat(phone.put(visit, told).expect(200).text()).isEqualTo(first.text());

        paper.step("问题成了诉求", "专员在“我登记的诉求”里跟踪，企业在自己的诉求里看到同一件。");
        phone.get("/api/v1/field/tickets/" + first.at("/tickets/0/ticket")).expect(200);

        paper.step("承诺到了结果", "登记兑现没有、哪一天、怎么样。");
        String promise = phone.get("/api/v1/field/promises").expect(200).at("/items/0/id");
        phone.once()
                .post(
                        "/api/v1/field/promises/" + promise + "/outcome",
                        Map.of("kept", true, "on", "2026-09-30", "note", "技校已来对接。"))
                .expect(200);

        paper.step("企业说来过没有", "企业看到谁、什么时候来过、答应了什么，看不到专员的笔记；一次走访点一次。");
        member.get("/api/v1/enterprises/" + enterprise + "/visits").expect(200);
        member.once()
                .post(
                        "/api/v1/enterprises/" + enterprise + "/visits/" + first.at("/visit") + "/echo",
                        Map.of("came", true, "useful", true))
                .expect(200);
        paper.agree();
    }
}
