package io.qihang.ticket;

import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code journeys/common-problems.md}: the same problem of several enterprises, as a front end calls it. */
class CommonProblemPaperJourney extends TicketPlay {

    private static final String TITLE = "污水管网没有接通";

    private final JourneyPaper paper = new JourneyPaper(getClass(), "common-problems", "共性问题：提交前看看、加入、合并、一次答复", """
                    几家企业的同一个问题，县里合成一个共性问题，由一个单位办理，一次答复，逐家告知。
                    每家企业的诉求还是自己的：编号、期限、确认不变；别的企业只看得到家数和县里写的标题、情况。""");

    @Test
    void one_is_supplemented_two_are_put_together_a_third_joins_and_all_are_answered_at_once() {
        at("2026-03-09T09:00");
        var one = firms.named("冠县虚构一号食品有限公司", QINGSHUI);
        var two = firms.named("冠县虚构二号食品有限公司", LIULIN);
        var three = firms.named("冠县虚构三号食品有限公司", QINGSHUI);
        Api first = member(one);
        Map<String, String> words = Map.of("category", "project", "title", TITLE, "content", "污水只能用车拉走。");
        String ticket = first.once()
                .post("/api/v1/enterprises/" + one + "/tickets", words)
                .expect(201)
                .at("/id");
        String other = member(two)
                .once()
                .post("/api/v1/enterprises/" + two + "/tickets", words)
                .expect(201)
                .at("/id");
        awaitChecked(ticket);
        awaitChecked(other);

        at("2026-03-09T10:00");
        paper.step("提交前看看有没有同样的", """
                选了类别、写了标题就可以问。`own` 是本企业还在办的，可以去补充；`common` 是几家都有的，可以加入；\
                `nearby` 是本乡镇（街道）另有几家在反映类似问题，不足 3 家的为 0。""");
        first = paper.heard("第一家企业", first);
        first.get("/api/v1/enterprises/" + one + "/similar-tickets?category=project&title=污水管网未接通")
                .expect(200);
        paper.step("补充情况", "没有销号的随时可以补充，承办单位会收到提醒。");
        first.once()
                .post("/api/v1/tickets/" + ticket + "/supplement", text("昨天又拉了三车。"))
                .expect(200);

        at("2026-03-09T14:30");
        paper.step("台账单位合并", "先看相似的，再选定合并；`title` 和 `summary` 别的企业看得到，不要写企业名称。");
        Api officer = paper.heard("台账单位", officer());
        officer.get(desk(ticket) + "/alike").expect(200);
        String problem = officer.post(
                        "/api/v1/desk/common-problems",
                        Map.of(
                                "title",
                                TITLE,
                                "summary",
                                "园区南段没有接入污水管网。",
                                "office",
                                "fgj",
                                "tickets",
                                List.of(ticket, other)))
                .expect(201)
                .at("/id");

        at("2026-03-09T15:00");
        paper.step("第三家企业加入", "登记为它自己的一件诉求，直接到承办单位，期限从现在起算；`text` 可以不写。");
        Api third = paper.heard("第三家企业", member(three));
        third.get("/api/v1/enterprises/" + three + "/similar-tickets?category=project&title=污水管网")
                .expect(200);
        third.once()
                .post("/api/v1/enterprises/" + three + "/common-problems/" + problem + "/joining", Map.of())
                .expect(201);

        at("2026-03-10T09:00");
        paper.step("承办单位一次答复", "`done` 是已经这样办的编号，`left` 是没有这样办的和原因。刚加入还没有受理的，随答复受理。");
        Api handler = paper.heard("承办单位", handler("fgj"));
        handler.post("/api/v1/desk/common-problems/" + problem + "/acceptance", Map.of())
                .expect(200);
        handler.post("/api/v1/desk/common-problems/" + problem + "/answer", answer("南段管网已接通。"))
                .expect(200);

        at("2026-03-10T10:00");
        paper.step("企业各自确认", "`common.enterprises` 是一共几家；每家确认自己的一件。");
        first.get("/api/v1/tickets/" + ticket).expect(200);
        first.once()
                .post("/api/v1/tickets/" + ticket + "/confirmation", Map.of())
                .expect(200);
        paper.agree();
    }

    /** Stops the clock, Beijing time. */
    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
