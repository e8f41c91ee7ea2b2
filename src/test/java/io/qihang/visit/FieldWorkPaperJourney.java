package io.qihang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code journeys/field-work.md}: 代班, 覆盖, 简报, 待办, 承诺转诉求, 走访日程, 两种说法, from each side. */
class FieldWorkPaperJourney extends VisitPlay {

    private final JourneyPaper paper = new JourneyPaper(getClass(), "field-work", "走访的组织：代班、覆盖、交接、日程、承诺", """
            专员不在时有人代，换人时有交接单，任何一天都查得到谁帮包谁；上门前一页看全；要做的事自己列出来、办了自己消失；
            各部门的走访排在一张日程上，前后几天的一起去，企业不方便可以改期；承诺要别的部门办的，转成诉求。""");

    @BeforeEach
    void stop_the_clock() {
        clock.stop(
                LocalDateTime.parse("2026-09-30T17:00").atZone(Times.SHANGHAI).toInstant());
    }

    @Test
    void field_work_is_organised() {
        var absent = commissioner();
        var stand = commissioner();
        var enterprise = firms.named("冠县虚构轴承有限公司", QINGSHUI);
        Api county = paper.heard("县局工作人员", staffing.hire(Role.COUNTY_OFFICER).api());
        Api department = paper.heard(
                "部门经办人",
                staffing.hire(new RegionCode("371525"), Role.HANDLER, null, "fgj")
                        .api());
        Api phone = paper.heard("服务专员", absent.api());
        Api member = paper.heard("企业成员", member(enterprise));
        String name = "轮次" + UUID.randomUUID();
        paper.call(name, "轮次名称");

        paper.step("建一轮名单，指派专员", "名单有日期，各轮都保留；一家企业同一天一名主责。");
        String round = county.post(
                        "/api/v1/desk/assignment-rounds",
                        Map.of(
                                "county", "371525",
                                "name", name,
                                "document", "虚构文件",
                                "startsOn", "2026-09-01"))
                .expect(201)
                .at("/round");
        county.post(
                        "/api/v1/desk/assignment-rounds/" + round + "/assignments",
                        Map.of(
                                "enterprise", enterprise,
                                "staff", absent.id(),
                                "kind", "SERVICE_COMMISSIONER",
                                "sentBy", "gxj",
                                "startsOn", "2026-09-01"))
                .expect(201);

        paper.step("安排代班", "代班人只在这些日子看得到、记得了；过了就看不到。乡镇、街道只能安排本单位的企业。");
        county.post(
                        "/api/v1/desk/acting-commissioners",
                        Map.of(
                                "county", "371525",
                                "absent", absent.id(),
                                "acting", stand.id(),
                                "startsOn", "2026-10-09",
                                "endsOn", "2026-10-12",
                                "reason", "外出培训"))
                .expect(201);

        paper.step("任何一天的覆盖", "那一天由谁主责、谁代班，哪些没有；每个数都有分母。");
        county.get("/api/v1/desk/assignment-rounds/" + round + "/coverage?on=2026-10-10")
                .expect(200);

        paper.step("走访，答应一件要部门办的事", "承诺写明谁、什么事、到哪天。");
        UUID promised = UUID.randomUUID();
        UUID device = UUID.randomUUID();
        paper.call(promised.toString(), "手机给承诺的编号");
        paper.call(device.toString(), "手机的编号");
        String clientId = visit(UUID.randomUUID());
        Map<String, Object> told = telling(
                enterprise,
                Map.of("device", device, "base", 0, "promises", List.of(promise(promised, "协调电力增容", "2026-10-15"))));
        phone.put(clientId, told).expect(201);

        paper.step("承诺转为诉求", "一项承诺只转一次，按诉求的期限办；承诺到有结果为止仍在台账里。");
        String promise = phone.get("/api/v1/field/promises").expect(200).at("/items/0/id");
        phone.once()
                .post(
                        "/api/v1/field/promises/" + promise + "/ticket",
                        Map.of("category", "labour-energy", "title", "电力增容", "content", "新线要增容 500 千伏安。"))
                .expect(201);

        paper.step("上门前看一页", "未到结果的承诺、最近三次走访、见过的人；未销号的诉求、没看的政策、快到期的证书由各业务自己说。");
        phone.get("/api/v1/field/enterprises/" + enterprise + "/brief").expect(200);

        paper.step("交接单", "更换专员时打印，交给接手的人签字。");
        county.get("/api/v1/desk/commissioners/" + absent.id() + "/hand-over").expect(200);

        paper.step("两部手机改了同一条", "互不知道的两稿都留着，由本人在最新的稿次上合成一稿。");
        UUID other = UUID.randomUUID();
        paper.call(other.toString(), "另一部手机的编号");
        told.putAll(Map.of("revision", 2, "base", 1, "said", "第一部手机改的。"));
        phone.put(clientId, told).expect(200);
        told.putAll(Map.of("device", other, "said", "另一部手机改的。"));
        assertThat(phone.put(clientId, told).expect(200).at("/disputed")).isEqualTo("true");
        told.putAll(Map.of("revision", 3, "base", 2, "said", "两边合起来的。"));
        assertThat(phone.put(clientId, told).expect(200).at("/disputed")).isEqualTo("false");

        paper.step("安排走访，几天之内的一起去", "县局先安排；部门也要去，返回里提示前后几天还有谁，改为一起去。");
        String plan = county.post(
                        "/api/v1/desk/visit-plans",
                        Map.of("enterprise", enterprise, "on", "2026-10-20", "purpose", "看技改进度"))
                .expect(201)
                .at("/plan");
        String alone = department
                .post(
                        "/api/v1/desk/visit-plans",
                        Map.of("enterprise", enterprise, "on", "2026-10-22", "purpose", "核实用能"))
                .expect(201)
                .at("/plan");
        department
                .post("/api/v1/desk/visit-plans/" + alone + "/cancellation", "")
                .expect(204);
        clock.stop(clock.instant().plusSeconds(60)); // ids of one moment have no order
        department
                .post(
                        "/api/v1/desk/visit-plans",
                        Map.of("enterprise", enterprise, "on", "2026-10-22", "purpose", "核实用能", "jointWith", plan))
                .expect(201);

        paper.step("企业看到，改期", "一起来的各部门一并改期，安排的人会收到消息。");
        String coming = "/api/v1/enterprises/" + enterprise + "/visit-plans";
        member.get(coming).expect(200);
        member.post(coming + "/" + plan + "/postponement", Map.of("to", "2026-10-27", "note", "月底盘库"))
                .expect(204);
        phone.get("/api/v1/field/visit-plans").expect(200);

        paper.step("承诺有两种说法", "先登记的算数，相反的说法也留着，由乡镇或县局核对后定。");
        String outcome = "/api/v1/field/promises/" + promise + "/outcome";
        phone.once().post(outcome, VisitJourney.outcome(true, "2026-09-30")).expect(200);
        phone.once().post(outcome, VisitJourney.outcome(false, "2026-09-30")).expect(200);
        county.get("/api/v1/desk/promises/" + promise).expect(200);
        county.post(
                        "/api/v1/desk/promises/" + promise + "/decision",
                        Map.of("kept", true, "on", "2026-09-30", "note", "问过企业，已经办了。"))
                .expect(204);
        paper.agree();
    }
}
