package io.qihang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qihang.access.Role;
import io.qihang.embedded.EmbeddedServices;
import io.qihang.platform.Times;
import io.qihang.simulator.WeChatSimulator;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code journeys/policies.md}: from the officer's draft to the enterprise that has read it. */
@SystemTest
class PolicyPaperJourney {

    /** A place no other test writes to. */
    private static final String XIEDIAN = "371525200";

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Firms firms;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    WeChatSimulator weChat;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "policies", "政策：发布、提醒、阅读", """
            县局起草、看过发给谁、发布；发布的一刻名单定下来，名单上企业的已确认成员在“我的消息”里各收到一条，
            订阅了的再收一条微信订阅消息（见 [subscribe-messages.md](../subscribe-messages.md)）。看没看过、送没送到，县局都看得见。""");

    /** Later than any policy of other tests, for the newest comes first. */
    @BeforeEach
    void on_a_monday() {
        limits.forget();
        clock.stop(
                LocalDateTime.parse("2027-03-01T09:00").atZone(Times.SHANGHAI).toInstant());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_policy_is_drafted_published_told_and_read() {
        var enterprise = firms.named("冠县虚构木业有限公司", XIEDIAN);
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        Api member = paper.heard("企业成员", person.api());
        Api unheard = staffing.hire(Role.COUNTY_OFFICER).api();
        Api officer = paper.heard("县局", unheard);

        paper.step("县局起草，看发给谁", "`audience` 的条件都可以不填，不填就是全县。`previewAudience` 先告诉您会发给多少企业、多少人。");
        String policy = officer.once()
                .post("/api/v1/desk/policies", draft())
                .expect(201)
                .at("/id");
        officer.get("/api/v1/desk/policies/" + policy + "/audience").expect(200);

        var beside = firms.named("冠县虚构板材有限公司", XIEDIAN);
        var assigned = staffing.hire(Role.COMMISSIONER);
        firms.assign(beside, assigned.id(), LocalDate.of(2027, 2, 1));
        Api commissioner = paper.heard("服务专员", phones.bound(assigned).api());

        paper.step("企业成员订阅微信提醒", "用户点按时弹窗，弹窗的结果原样上报。不订阅也能在“我的消息”里看到。");
        paper.show("templates", 1);
        String template = member.get("/api/v1/me/subscriptions").expect(200).at("/templates/1/templateId");
        assertThat(template).isEqualTo(EmbeddedServices.POLICY_TEMPLATE);
        weChat.accept(person.openid(), template);
        member.once()
                .post(
                        "/api/v1/me/subscriptions",
                        Map.of("answers", List.of(Map.of("templateId", template, "answer", "ACCEPT"))))
                .expect(200);

        paper.step("提交签发", "起草的人提交，自己不能签发；提交以后再改，要重新提交。");
        String desk = "/api/v1/desk/policies/" + policy;
        officer.post(desk + "/submission", "").expect(204);

        paper.step("另一个人看过、签发", "签发即发布：发给谁这时定下来，内容不再改；要改，起草替代版本。不同意的用 `returnPolicy` 退回，写明原因。");
        Api leader = paper.heard("领导", staffing.hire(Role.LEADER).api());
        int seen = leader.get(desk).expect(200).json().path("version").asInt();
        leader.post(desk + "/publication", Map.of("seenVersion", seen)).expect(204);
        await().atMost(Duration.ofSeconds(60)).until(() -> !unheard.get("/api/v1/desk/policies/" + policy + "/reach")
                .expect(200)
                .at("/messages/settledAt")
                .isEmpty());

        paper.step("“我企业的政策”", "未读的在前，其次新的在前；`addressed` 是专门发给本企业的。");
        member.get("/api/v1/enterprises/" + enterprise + "/policies?limit=1").expect(200);

        paper.step("企业成员收到、看过", "微信卡片和“我的消息”都打开 `page`。看过后分别记已读：消息一次，政策一次。");
        String message = member.get("/api/v1/me/inbox").expect(200).at("/items/0/id");
        member.get("/api/v1/policies/" + policy).expect(200);
        member.put("/api/v1/me/inbox/" + message + "/receipt", "").expect(204);
        member.put("/api/v1/policies/" + policy + "/receipt", "").expect(204);

        paper.step(
                "县局看触达情况",
                "每位接收人正好一个状态，到 `closesAt` 结束时都是最终状态：已读、已送达、已当面告知、未订阅、失败、结果未知。"
                        + "`unsubscribed` 不是错误，站内消息他们都收到了；`doubtful` 是微信没有明确答复，不重发，等它报告。"
                        + "失败的可以用 `resendFailed` 重发。");
        officer.get("/api/v1/desk/policies/" + policy + "/reach").expect(200);
        officer.get("/api/v1/desk/policies/" + policy + "/reach/recipients?state=READ")
                .expect(200);

        paper.step(
                "三个按钮",
                "政策下面给企业三个按钮：我要申报、不适合、请联系我。`showPolicyStanding` 先告诉找谁、走什么渠道、还剩几个工作日；" + "请联系我会登记一件诉求，没销号之前再点不另登记。");
        String own = "/api/v1/enterprises/" + enterprise + "/policies/" + policy;
        member.get(own).expect(200);
        member.put(own + "/answer", Map.of("kind", "UNFIT", "reason", "ENJOYED"))
                .expect(200);
        member.put(own + "/answer", Map.of("kind", "CONTACT", "words", "去年买的设备能不能申报？（虚构）"))
                .expect(200);

        paper.step("没有人看的，服务专员当面告知", "简报里列着发给企业还没有人看的政策，讲过了就登记；接收人的结果变为“已当面告知”，后来自己读了的算已读。");
        commissioner
                .put("/api/v1/field/enterprises/" + beside + "/policies/" + policy + "/telling", "")
                .expect(204);

        paper.step("县局看结果", "不看点击，看结果：多少家要申报、多少家不适合和为什么、请联系我的办到哪一步。");
        officer.get("/api/v1/desk/policies/" + policy + "/outcome").expect(200);
        officer.get("/api/v1/desk/policies/" + policy + "/answers?kind=UNFIT").expect(200);

        paper.step("撤回", "发错了就撤回：不再列入政策，已收到的人打开看到“已撤回”。");
        officer.post("/api/v1/desk/policies/" + policy + "/withdrawal", Map.of("reason", "标准有误，另行发布。"))
                .expect(204);
        paper.agree();
    }

    private static Map<String, Object> draft() {
        return Map.of(
                "region",
                "371525",
                "content",
                Map.of(
                        "particulars",
                        Map.of(
                                "kind",
                                "NOTICE",
                                "shortTitle",
                                "木业设备更新补助（虚构）",
                                "issuer",
                                "县工业和信息化局",
                                "applyUntil",
                                "2027-06-30",
                                "applyOffice",
                                "县工业和信息化局",
                                "applyChannel",
                                "政务服务大厅企业窗口（虚构）"),
                        "audience",
                        Map.of("regions", List.of(XIEDIAN)),
                        "text",
                        "## 一、标准\n设备投资每满五十万元补助两万元。\n\n## 二、申报\n6月30日前向乡镇申报。"));
    }
}
