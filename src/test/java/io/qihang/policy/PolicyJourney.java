package io.qihang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A policy from the officer's draft to the reader's screen, and what becomes of it later. */
@SystemTest
class PolicyJourney {

    private static final RegionCode XINING = new RegionCode("630100");

    @Autowired
    Api api;

    @Autowired
    Staffing staffing;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @BeforeEach
    void forgetLimits() {
        limits.forget();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Nested
    class The_first_policies_of_a_region {

        @Test
        void are_there_for_anyone_without_an_account() {
            assertThat(titlesIn("371525"))
                    .contains(
                            "2023年冠县优质企业培育计划实施方案", "冠县中小企业“育苗扶壮”梯度培育计划三年行动实施方案（2022-2024年）", "关于促进民营经济高质量发展的意见（原件未载标题）")
                    .noneMatch(it -> it.contains("西宁") || it.contains("保定"));
            assertThat(titlesIn("371500")).noneMatch(it -> it.contains("冠县"));
            assertThat(titlesIn("630100")).anyMatch(it -> it.contains("西宁")).noneMatch(it -> it.contains("冠县"));
            assertThat(titlesIn("371525001")).isEqualTo(titlesIn("371525"));
            api.get("/api/v1/regions/999999/policies").expect(404);
        }

        @Test
        void say_what_is_over_what_is_an_interpretation_and_what_the_original_does_not_state() {
            JsonNode plan = cardIn("371525", "2023年冠县优质企业培育计划实施方案");
            assertThat(plan.path("lapsed").asBoolean()).isTrue();
            assertThat(plan.path("termLabel").asString()).isEqualTo("实施期已满");
            assertThat(plan.path("documentNumber").asString()).isEqualTo("冠政办发〔2023〕7号");

            JsonNode opinion = cardIn("371500", "关于促进民营经济高质量发展的意见（原件未载标题）");
            assertThat(List.of("title", "documentNumber", "issuedOn"))
                    .allSatisfy(it -> assertThat(opinion.path(it).isNull()).isTrue());
            assertThat(opinion.path("termLabel").asString()).isEqualTo("文件未写有效期");
            assertThat(api.get("/api/v1/policies/" + opinion.path("id").asString())
                            .expect(200)
                            .text())
                    .doesNotContain("聊政办字");

            JsonNode baoding = cardIn("130600", "《保定市县域特色产业集群“领跑者”企业培育实施方案》政策解读");
            assertThat(baoding.path("interpretation").asBoolean()).isTrue();
            assertThat(baoding.path("kind").asString()).isEqualTo("政策解读");
        }

        @Test
        void can_be_read_cited_and_searched_clause_by_clause() {
            String id = cardIn("371525", "2023年冠县优质企业培育计划实施方案").path("id").asString();
            JsonNode policy = api.get("/api/v1/policies/" + id).expect(200).json();
            assertThat(policy.path("parts")).hasSizeGreaterThan(60);
            assertThat(api.get("/api/v1/policies/" + id + "/clauses/" + encoded("二（一）1"))
                            .expect(200)
                            .at("/text"))
                    .contains("对首次升成规模以上工业企业的县财政一次性奖励5万元");
            api.get("/api/v1/policies/" + id + "/clauses/" + encoded("九（九）9")).expect(404);

            JsonNode hits = api.get("/api/v1/regions/371525001/policy-search?q=" + encoded("瞪羚"))
                    .expect(200)
                    .json();
            assertThat(hits.at("/items").findValuesAsString("ref")).contains("二（一）3", "附件7");
            api.get("/api/v1/regions/371525/policy-search?q=" + encoded("奖")).expect(400, "QUERY_TOO_SHORT");
        }
    }

    @Nested
    class The_life_of_a_policy {

        private final Staffing.Member officer = staffing.hire(Role.COUNTY_OFFICER);

        @Test
        void goes_from_draft_over_preview_to_publication() {
            String id = draft(officer, "瞪羚企业申报通知", "## 一、条件\n营业收入年均增长。");
            api.get("/api/v1/policies/" + id).expect(404);
            assertThat(titlesIn("371525")).doesNotContain("瞪羚企业申报通知");

            String path = "/api/v1/desk/policies/" + id;
            officer.api()
                    .put(path, revision(0, "瞪羚企业申报通知", "## 一、条件\n甲\n## 二、材料\n乙"))
                    .expect(200);
            assertThat(officer.api().get(path + "/preview").expect(200).at("/parts/1/ref"))
                    .isEqualTo("二");

            staffing.publish(officer.api(), id);
            assertThat(titlesIn("371525")).contains("瞪羚企业申报通知");
            assertThat(api.get("/api/v1/policies/" + id).expect(200).at("/parts/1/text"))
                    .isEqualTo("乙");
            officer.api().put(path, revision(1, "改", "改")).expect(409, "NOT_A_DRAFT");
            officer.api().post(path + "/submission", "").expect(409, "NOT_A_DRAFT");
        }

        @Test
        void a_second_person_signs_what_the_first_submitted_and_only_as_it_was_read() {
            String id = draft(officer, "两个人的政策", "## 一、条件\n甲");
            String path = "/api/v1/desk/policies/" + id;
            Api leader = staffing.hire(Role.LEADER).api();
            leader.post(path + "/publication", Map.of("seenVersion", 0)).expect(409, "NOT_SUBMITTED");
            leader.post(path + "/submission", "").expect(403);
            officer.api().post(path + "/submission", "").expect(204);
            officer.api().post(path + "/submission", "").expect(409, "SUBMITTED_BEFORE");
            int first = seen(leader, path);
            officer.api()
                    .post(path + "/publication", Map.of("seenVersion", first))
                    .expect(409, "SECOND_PERSON");
            assertThat(awaiting(leader)).contains(id);

            leader.post(path + "/return", Map.of("reason", "请写明截止日期（虚构）")).expect(204);
            assertThat(awaiting(leader)).doesNotContain(id);
            JsonNode returned = officer.api().get(path).expect(200).json().path("signing");
            assertThat(returned.path("returnedReason").asString()).isEqualTo("请写明截止日期（虚构）");
            assertThat(returned.path("returnedBy").asString()).isNotEmpty();

            officer.api().post(path + "/submission", "").expect(204);
            int read = seen(leader, path);
            officer.api().put(path, revision(read, "两个人的政策", "## 一、条件\n乙")).expect(200);
            leader.post(path + "/publication", Map.of("seenVersion", read)).expect(409, "NOT_SUBMITTED");
            officer.api().post(path + "/submission", "").expect(204);
            leader.post(path + "/publication", Map.of("seenVersion", read)).expect(409, "CHANGED_MEANWHILE");
            leader.post(path + "/publication", Map.of("seenVersion", seen(leader, path)))
                    .expect(204);
            JsonNode signing = leader.get(path).expect(200).json().path("signing");
            assertThat(signing.path("submittedBy").asString()).isNotEmpty();
            assertThat(signing.path("signedBy").asString())
                    .isNotEmpty()
                    .isNotEqualTo(signing.path("submittedBy").asString());
            assertThat(signing.path("submittedByMe").asBoolean()).isFalse();
        }

        private static int seen(Api reader, String path) {
            return reader.get(path).expect(200).json().path("version").asInt();
        }

        private static List<String> awaiting(Api reader) {
            return reader.get("/api/v1/desk/policies?awaiting=true&limit=100")
                    .expect(200)
                    .json()
                    .findValuesAsString("id");
        }

        @Test
        void a_replaced_edition_stays_readable_and_names_its_successor() {
            String first = published(officer, "技改奖补办法", "## 一、标准\n最高10万元。");
            String second = officer.api()
                    .post("/api/v1/desk/policies/" + first + "/replacement", Map.of())
                    .expect(201)
                    .at("/id");
            officer.api()
                    .post("/api/v1/desk/policies/" + first + "/replacement", Map.of())
                    .expect(409, "REPLACEMENT_EXISTS");
            officer.api()
                    .put("/api/v1/desk/policies/" + second, revision(0, "技改奖补办法", "## 一、标准\n最高20万元。"))
                    .expect(200);
            assertThat(api.get("/api/v1/policies/" + first).at("/policy/status"))
                    .isEqualTo("PUBLISHED");

            staffing.publish(officer.api(), second);
            Api.Reply old = api.get("/api/v1/policies/" + first).expect(200);
            assertThat(old.at("/policy/status")).isEqualTo("REPLACED");
            assertThat(old.at("/policy/replacedBy")).isEqualTo(second);
            assertThat(old.at("/parts/0/text")).isEqualTo("最高10万元。");
            assertThat(api.get("/api/v1/policies/" + first + "/editions")
                            .expect(200)
                            .json()
                            .findValuesAsString("edition"))
                    .containsExactly("2", "1");
            officer.api()
                    .post("/api/v1/desk/policies/" + first + "/replacement", Map.of())
                    .expect(409, "NOT_PUBLISHED");
        }

        @Test
        void a_withdrawn_policy_stays_readable_with_the_reason_and_is_no_longer_found() {
            String id = published(officer, "临时停电补偿", "## 一、对象\n橙汁加工企业。");
            assertThat(found("橙汁加工")).contains(id);
            officer.api()
                    .post("/api/v1/desk/policies/" + id + "/withdrawal", Map.of("reason", "上级文件已作废"))
                    .expect(204);
            Api.Reply policy = api.get("/api/v1/policies/" + id).expect(200);
            assertThat(policy.at("/policy/statusLabel")).isEqualTo("已撤回");
            assertThat(policy.at("/policy/withdrawnReason")).isEqualTo("上级文件已作废");
            assertThat(found("橙汁加工")).isEmpty();
        }

        @Test
        void windows_open_and_close_with_the_day() {
            var particulars = new java.util.HashMap<String, Object>(particulars("窗口期通知"));
            particulars.put("applyFrom", "2027-03-01");
            particulars.put("applyUntil", "2027-03-31");
            particulars.put("effectiveUntil", "2027-12-31");
            String id = officer.api()
                    .once()
                    .post(
                            "/api/v1/desk/policies",
                            Map.of("region", "371525", "content", Map.of("particulars", particulars, "text", "三月申报。")))
                    .expect(201)
                    .at("/id");
            staffing.publish(officer.api(), id);
            assertThat(windowOn(id, "2027-02-28T15:59:59Z")).isEqualTo("申报未开始 有效");
            assertThat(windowOn(id, "2027-02-28T16:00:00Z")).isEqualTo("申报中 有效");
            assertThat(windowOn(id, "2027-03-31T16:00:00Z")).isEqualTo("申报已截止 有效");
            assertThat(windowOn(id, "2027-12-31T16:00:00Z")).isEqualTo("申报已截止 已失效");
        }

        @Test
        void dates_that_cross_are_refused() {
            var particulars = new java.util.HashMap<String, Object>(particulars("日期颠倒"));
            particulars.put("applyFrom", "2027-03-31");
            particulars.put("applyUntil", "2027-03-01");
            officer.api()
                    .once()
                    .post(
                            "/api/v1/desk/policies",
                            Map.of("region", "371525", "content", Map.of("particulars", particulars, "text", "甲")))
                    .expect(400, "DATES_CROSSED");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "<svg/onload=alert(1)>",
                    "[点击](javascript:alert(1))",
                    "<!--[if IE]>",
                    "data:text/html;base64,PHNjcmlwdD4="
                })
        void text_is_text_and_never_markup(String payload) {
            officer.api()
                    .once()
                    .post(
                            "/api/v1/desk/policies",
                            Map.of("region", "371525", "content", content("安全", "正文 " + payload)))
                    .expect(400, "TEXT_HAS_MARKUP");
        }

        @Test
        void an_audience_lies_within_the_policys_region() {
            var outside = new java.util.HashMap<String, Object>(content("范围", "甲"));
            outside.put("audience", Map.of("regions", List.of("630100")));
            officer.api()
                    .once()
                    .post("/api/v1/desk/policies", Map.of("region", "371525", "content", outside))
                    .expect(400, "AUDIENCE_OUTSIDE");
        }
    }

    @Nested
    class Two_editors {

        private final Staffing.Member first = staffing.hire(Role.COUNTY_OFFICER);
        private final Staffing.Member second = staffing.hire(Role.COUNTY_OFFICER);
        private final String path = "/api/v1/desk/policies/" + draft(first, "两个人改", "原来的正文");

        @Test
        void cannot_overwrite_each_other() {
            int opened =
                    first.api().get(path).expect(200).json().path("version").asInt();
            int saved = version(
                    first.api().put(path, revision(opened, "两个人改", "甲写的")).expect(200));
            Api.Reply refused =
                    second.api().put(path, revision(opened, "两个人改", "乙写的")).expect(409, "DRAFT_CHANGED");
            assertThat(refused.at("/detail")).contains("您这次改的没有保存").contains("先把您改的复制下来");
            assertThat(first.api().get(path).at("/text")).isEqualTo("甲写的");

            int next = version(
                    first.api().put(path, revision(saved, "两个人改", "甲又写的")).expect(200));
            second.api().put(path, revision(next, "两个人改", "乙看过再写的")).expect(200);
            assertThat(second.api().get(path).at("/text")).isEqualTo("乙看过再写的");
        }

        @Test
        void are_told_when_it_was_submitted_meanwhile() {
            int opened =
                    second.api().get(path).expect(200).json().path("version").asInt();
            first.api().post(path + "/submission", "").expect(204);
            second.api().put(path, revision(opened, "两个人改", "乙写的")).expect(409, "DRAFT_CHANGED");
        }

        @Test
        void are_not_refused_what_they_saved_themselves_when_the_answer_was_lost() {
            int saved =
                    version(first.api().put(path, revision(0, "两个人改", "甲写的")).expect(200));
            assertThat(version(first.api().put(path, revision(0, "两个人改", "甲写的")).expect(200)))
                    .isEqualTo(saved);
        }

        @Test
        void always_say_what_they_started_from() {
            Api.Reply refused = first.api().put(path, content("两个人改", "甲写的")).expect(400, "INVALID_FIELDS");
            assertThat(refused.text()).contains("请带上打开时的版本号");
        }

        private static int version(Api.Reply saved) {
            return saved.json().path("version").asInt();
        }
    }

    @Test
    void a_repeated_draft_is_one_draft() {
        var repeated = staffing.hire(Role.COUNTY_OFFICER).api().once();
        var request = Map.of("region", "371525", "content", content("重发的草稿", "正文"));
        String id = repeated.post("/api/v1/desk/policies", request).expect(201).at("/id");
        assertThat(repeated.post("/api/v1/desk/policies", request).expect(201).at("/id"))
                .isEqualTo(id);
        repeated.post("/api/v1/desk/policies", Map.of("region", "371525", "content", content("另一份", "正文")))
                .expect(422, "IDEMPOTENCY_KEY_REUSED");
        staffing.hire(Role.COUNTY_OFFICER)
                .api()
                .post("/api/v1/desk/policies", request)
                .expect(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Nested
    class Two_regions {

        @Test
        void never_see_each_others_drafts_nor_touch_each_others_policies() {
            Staffing.Member guanxian = staffing.hire(Role.COUNTY_OFFICER);
            Staffing.Member xining = staffing.hire(XINING, Role.COUNTY_OFFICER, null, null);
            String draft = draftIn(xining, "630100", "西宁金丝雀草稿", "金丝雀甲乙丙");
            String published = draftIn(xining, "630100", "西宁金丝雀政策", "金丝雀丁戊己");
            staffing.publish(xining.api(), published);

            for (String id : List.of(draft, published)) {
                String path = "/api/v1/desk/policies/" + id;
                guanxian.api().get(path).expect(404);
                guanxian.api().get(path + "/preview").expect(404);
                guanxian.api().put(path, revision(0, "夺", "夺")).expect(404);
                guanxian.api().post(path + "/submission", "").expect(404);
                guanxian.api()
                        .post(path + "/publication", Map.of("seenVersion", 0))
                        .expect(404);
                guanxian.api().post(path + "/return", Map.of("reason", "夺")).expect(404);
                guanxian.api().post(path + "/withdrawal", Map.of("reason", "夺")).expect(404);
                guanxian.api().post(path + "/replacement", Map.of()).expect(404);
            }
            guanxian.api()
                    .once()
                    .post("/api/v1/desk/policies", Map.of("region", "630100", "content", content("夺", "夺")))
                    .expect(404);
            assertThat(guanxian.api().get("/api/v1/desk/policies?limit=100").text())
                    .doesNotContain("金丝雀");
            assertThat(api.get("/api/v1/regions/371525/policies?limit=100").text())
                    .doesNotContain("金丝雀");
            assertThat(api.get("/api/v1/regions/371525/policy-search?q=" + encoded("金丝雀"))
                            .text())
                    .doesNotContain("金丝雀");
            assertThat(api.get("/api/v1/regions/630100/policy-search?q=" + encoded("金丝雀"))
                            .text())
                    .contains("金丝雀政策")
                    .doesNotContain("金丝雀草稿");
        }
    }

    @Test
    void only_the_bureau_writes_policies() {
        for (Role role : List.of(Role.LEADER, Role.COMMISSIONER, Role.SYSTEM_ADMIN)) {
            staffing.hire(role)
                    .api()
                    .once()
                    .post("/api/v1/desk/policies", Map.of("region", "371525", "content", content("甲", "甲")))
                    .expect(403);
        }
        api.put("/api/v1/policies/" + java.util.UUID.randomUUID() + "/receipt", Map.of())
                .expect(401);
    }

    private String draft(Staffing.Member officer, String title, String text) {
        return draftIn(officer, "371525", title, text);
    }

    private String draftIn(Staffing.Member officer, String region, String title, String text) {
        return officer.api()
                .once()
                .post("/api/v1/desk/policies", Map.of("region", region, "content", content(title, text)))
                .expect(201)
                .at("/id");
    }

    private String published(Staffing.Member officer, String title, String text) {
        String id = draft(officer, title, text);
        staffing.publish(officer.api(), id);
        return id;
    }

    private static Map<String, Object> revision(int seenVersion, String title, String text) {
        var revision = new java.util.HashMap<String, Object>(content(title, text));
        revision.put("seenVersion", seenVersion);
        return revision;
    }

    private static Map<String, Object> content(String title, String text) {
        return Map.of("particulars", particulars(title), "text", text);
    }

    private static Map<String, Object> particulars(String title) {
        return Map.of("kind", "NOTICE", "shortTitle", title);
    }

    private String windowOn(String id, String moment) {
        clock.set(java.time.Instant.parse(moment));
        Api.Reply policy = api.get("/api/v1/policies/" + id).expect(200);
        return policy.at("/policy/windowLabel") + " " + policy.at("/policy/termLabel");
    }

    private List<String> found(String words) {
        return api.get("/api/v1/regions/371525/policy-search?q=" + encoded(words))
                .expect(200)
                .json()
                .findValuesAsString("id");
    }

    private JsonNode cardIn(String region, String title) {
        return cardsIn(region).stream()
                .filter(it -> it.path("shortTitle").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titlesIn(String region) {
        return cardsIn(region).stream()
                .map(it -> it.path("shortTitle").asString())
                .toList();
    }

    private List<JsonNode> cardsIn(String region) {
        List<JsonNode> cards = new ArrayList<>();
        String after = "";
        do {
            Api.Reply page = api.get("/api/v1/regions/" + region + "/policies?limit=100" + after)
                    .expect(200);
            page.json().path("items").forEach(cards::add);
            after = page.at("/next").isEmpty() ? "" : "&after=" + encoded(page.at("/next"));
        } while (!after.isEmpty());
        return cards;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
