package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.crypto.Vault;
import io.qihang.enterprise.domain.Listing;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code journeys/registration.md}: the ways an enterprise and its people come into the system. */
@SystemTest
class RegistrationPaperJourney {

    private static final String QINGSHUI = "371525104";
    private static final String BOSS_PHONE = "13900009811";
    private static final String LISTED = Usccs.of(981101);
    private static final String UNLISTED = Usccs.of(981102);
    private static final String ON_BEHALF = Usccs.of(981103);

    @Autowired
    Phones phones;

    @Autowired
    Staffing staffing;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    @Autowired
    Api api;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "registration", "企业登记和成员", """
            企业自己登记，或由服务专员代填、企业确认。与县企业名录一致的当场接受，其余由企业计入的乡镇、街道、开发区核实。
            登记的人先是“自报”，证明身份后（名录电话一致、同事同意、工作人员确认、核过执照）才看得到企业的内容。
            登录、同意说明、绑定手机号见 [login.md](../login.md)，这里的小程序用户都已做完。""");

    @BeforeEach
    void on_a_monday() {
        limits.forget();
        at("2026-10-12T09:00");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void an_enterprise_comes_in_at_once_or_by_review_or_by_its_commissioner() {
        Api boss = paper.heard("负责人", phones.signIn(BOSS_PHONE).api());
        String enterprise = accepted_at_once(boss);
        a_second_person_joins(boss, enterprise);
        reviewed_by_the_unit();
        registered_on_behalf();
        paper.agree();
    }

    private String accepted_at_once(Api boss) {
        new Listing(database, vault).add(LISTED, "冠县虚构名录有限公司", QINGSHUI, BOSS_PHONE);
        String poster = staffing.hireFor(QINGSHUI)
                .api()
                .put("/api/v1/desk/units/" + QINGSHUI + "/poster", "")
                .expect(200)
                .at("/code");
        paper.call(poster, "poster");
        paper.step("扫海报，核对代码", "海报码带出乡镇；行业从列表里选。`check` 只看代码写得对不对，不说企业是否已登记。");
        paper.heard("未登录", api).get("/api/v1/posters/" + poster).expect(200);
        paper.heard("未登录", api).get("/api/v1/industries").expect(200);
        boss.post("/api/v1/registrations/check", Map.of("uscc", LISTED)).expect(200);

        paper.step("登记，当场接受", "代码、名称与名录一致，`result` 为 `ACCEPTED`；本人手机号与名录电话一致，同时确认为管理员。");
        String enterprise = boss.once()
                .post("/api/v1/registrations", form(LISTED, "冠县虚构名录有限公司", "LEGAL_REPRESENTATIVE"))
                .expect(201)
                .at("/enterprise");
        boss.get("/api/v1/enterprises/" + enterprise).expect(200);
        return enterprise;
    }

    private void a_second_person_joins(Api boss, String enterprise) {
        at("2026-10-12T09:10");
        paper.step("第二个人加入", "企业已登记时，再登记就是申请加入（`JOIN_REQUESTED`），由管理员同意。");
        Api colleague = paper.heard("同事", phones.signIn("13900009812").api());
        colleague
                .once()
                .post("/api/v1/registrations", form(LISTED, "冠县虚构名录有限公司", "FINANCE"))
                .expect(201);
        paper.show("items", 1);
        var members = boss.get("/api/v1/enterprises/" + enterprise + "/members").expect(200);
        boss.post("/api/v1/enterprises/" + enterprise + "/members/" + members.at("/1/membership") + "/approval", "")
                .expect(204);
        colleague.get("/api/v1/enterprises/mine").expect(200);
    }

    private void reviewed_by_the_unit() {
        at("2026-10-12T09:20");
        paper.step(
                "名录上没有：由乡镇核实",
                "`result` 为 `PENDING`，`licenceRequired` 为真时请用户拍一张营业执照，照 [upload.md](../upload.md) 上传后交上来。");
        Api unheard = phones.signIn("13900009813").api();
        Api boss = paper.heard("新企业负责人", unheard);
        Api officer = paper.heard("乡镇工作人员", staffing.hireFor(QINGSHUI).api());
        String registration = boss.once()
                .post("/api/v1/registrations", form(UNLISTED, "冠县虚构新办有限公司", "CLERK"))
                .expect(201)
                .at("/registration");
        String own = "/api/v1/registrations/" + registration;
        clock.reset();
        String photo = SentFiles.photo(unheard, own + "/licence-files");
        at("2026-10-12T09:20");
        boss.put(own + "/licence", Map.of("file", photo)).expect(204);

        paper.step("乡镇退回，企业改好重新提交", "退回写明原因，企业在“我的登记”里看到；打开这一条，上次填的都在 `form` 里，换了手机也一样；执照照片还在，不用再交。");
        String desk = "/api/v1/desk/registrations/" + registration;
        officer.post(desk + "/return", Map.of("reasons", List.of("CODE_OR_NAME"), "note", "执照上是新名称"))
                .expect(204);
        boss.get("/api/v1/registrations/mine").expect(200);
        boss.get(own).expect(200);
        boss.once()
                .post(own + "/resubmission", form(UNLISTED, "冠县虚构新名称有限公司", "CLERK"))
                .expect(200);

        paper.step("乡镇对着执照接受", "看过执照照片才能选“已核营业执照”；每看一次都有记录。");
        officer.post(desk + "/licence/link", "").expect(200);
        officer.post(desk + "/acceptance", Map.of("memberProof", "LICENCE")).expect(200);
    }

    private void registered_on_behalf() {
        at("2026-10-12T09:30");
        paper.step("服务专员代填，企业确认", "专员得到一个确认码，当面交给企业；企业的人登录后输入，才算企业自己登记。确认码 7 天有效，只能用一次。");
        Api commissioner = paper.heard(
                "服务专员", phones.bound(staffing.hire(Role.COMMISSIONER)).api());
        String code = commissioner
                .once()
                .post("/api/v1/field/registrations", form(ON_BEHALF, "冠县虚构代填有限公司", "CLERK"))
                .expect(201)
                .at("/confirmationCode");
        Api boss = paper.heard("代填企业负责人", phones.signIn("13900009814").api());
        var confirmed = boss.once()
                .post("/api/v1/registrations/confirmations", Map.of("code", code))
                .expect(200);
        assertThat(confirmed.at("/result")).isEqualTo("PENDING");
    }

    private static Map<String, String> form(String uscc, String name, String role) {
        return Map.of(
                "uscc",
                uscc,
                "name",
                name,
                "operatingUnit",
                QINGSHUI,
                "countsAt",
                "OPERATING",
                "industry",
                "C34",
                "contactName",
                "虚构联系人",
                "contactPhone",
                "13800009999",
                "role",
                role);
    }

    private void at(String local) {
        clock.stop(LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant());
    }
}
