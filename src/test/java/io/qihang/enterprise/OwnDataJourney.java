package io.qihang.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Role;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Phones;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A person sees everything that is kept about them, and leaves. */
@SystemTest
class OwnDataJourney {

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    Staffing staffing;

    @Autowired
    JdbcClient database;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Api api;

    @Test
    void everything_kept_is_shown_and_the_number_only_masked() {
        var person = phones.bound(staffing.hireAny(Role.COMMISSIONER));
        firms.join(firms.named("冠县虚构数据有限公司", "371525001"), person.id());
        JsonNode data = person.api().get("/api/v1/me/data").expect(200).json();
        assertThat(data.toString()).doesNotContain(person.phone()).doesNotContain(person.openid());
        String masked = person.phone().substring(0, 3) + "****" + person.phone().substring(7);
        assertThat(values(data, "登录")).contains(masked, "已绑定");
        assertThat(names(data, "同意的说明")).contains("企航个人信息保护说明");
        assertThat(values(data, "同意的说明")).isNotEmpty().allMatch(it -> it.matches("第 \\d+ 版"));
        assertThat(names(data, "我的企业")).containsExactly("冠县虚构数据有限公司");
        assertThat(names(data, "谁看过我交的营业执照照片")).isEmpty();
    }

    @Test
    void who_looked_at_the_licence_is_told_by_post() {
        var person = phones.signIn();
        var enterprise = firms.in("371525001");
        firms.joinUnconfirmed(enterprise, person.id());
        var file = UUID.randomUUID();
        database.sql("""
                        insert into licence_photo (id, region_code, membership_id, file_id, sent_at)
                        select ?, region_code, id, ?, now() from membership where person_id = ?
                        """).params(UUID.randomUUID(), file, person.id().value()).update();
        var officer = UUID.randomUUID();
        looked(file, new Actor(officer, Client.CONSOLE, Set.of(Role.TOWNSHIP_OFFICER), Scope.own(officer), Set.of()));
        UUID own = person.id().value();
        looked(file, new Actor(own, Client.PHONE, Set.of(), Scope.own(own), Set.of()));
        JsonNode data = person.api().get("/api/v1/me/data").expect(200).json();
        assertThat(names(data, "谁看过我交的营业执照照片")).containsExactly("乡镇（街道）工作人员");
    }

    private void looked(UUID file, Actor actor) {
        transaction.executeWithoutResult(status -> audit.recordAs(actor, "file.link", "stored-file", file, "查看营业执照照片"));
    }

    @Test
    void whoever_cancels_is_out_everywhere_and_comes_back_as_somebody_new() {
        var person = phones.bound(staffing.hireAny(Role.COMMISSIONER));
        var enterprise = firms.in("371525001");
        firms.join(enterprise, person.id());
        Api elsewhere = api.as(phones.tokenOf(person.openid()));
        elsewhere.get("/api/v1/me").expect(200);

        person.api().post("/api/v1/me/cancellation", Map.of()).expect(204);

        person.api().get("/api/v1/me").expect(401);
        elsewhere.get("/api/v1/me").expect(401);
        elsewhere.get("/api/v1/field/portfolio").expect(401);
        assertThat(status(person)).isEqualTo("ENDED");
        var row = database.sql("select openid, openid_index, phone, phone_index, cancelled_at from person where id = ?")
                .param(person.id().value())
                .query()
                .singleRow();
        assertThat(row.get("cancelled_at")).isNotNull();
        assertThat(row.values())
                .containsOnlyOnce(row.get("cancelled_at"))
                .filteredOn(it -> it != null)
                .hasSize(1);
        assertThat(database.sql("select count(*) from person_consent where person_id = ?")
                        .param(person.id().value())
                        .query(Integer.class)
                        .single())
                .isPositive();

        Api again = api.as(phones.tokenOf(person.openid()));
        phones.acceptTexts(again);
        JsonNode fresh = again.get("/api/v1/me").expect(200).json();
        assertThat(fresh.path("id").asString("")).isNotEqualTo(person.id().toString());
        assertThat(fresh.path("staffBound").asBoolean()).isFalse();
        assertThat(again.get("/api/v1/enterprises/mine")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void a_manager_hands_over_first_and_nothing_has_happened_until_then() {
        var manager = phones.signIn();
        var colleague = phones.signIn();
        var enterprise = firms.in("371525001");
        firms.join(enterprise, manager.id());
        firms.join(enterprise, colleague.id());
        database.sql("update membership set manager = true where person_id = ?")
                .param(manager.id().value())
                .update();

        manager.api().post("/api/v1/me/cancellation", Map.of()).expect(409, "MANAGER_CANNOT_CANCEL");
        manager.api().get("/api/v1/me").expect(200);
        assertThat(status(manager)).isEqualTo("ACTIVE");

        String path = "/api/v1/enterprises/" + enterprise;
        String membership = database.sql("select id from membership where person_id = ?")
                .param(colleague.id().value())
                .query(UUID.class)
                .single()
                .toString();
        manager.api()
                .once()
                .post(path + "/members/" + membership + "/handover", "")
                .expect(204);
        colleague.api().once().post(path + "/handover/acceptance", "").expect(204);
        manager.api().post("/api/v1/me/cancellation", Map.of()).expect(204);
    }

    private String status(Phones.Person person) {
        return database.sql("select status from membership where person_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private static List<String> names(JsonNode data, String section) {
        return texts(data, section, "name");
    }

    private static List<String> values(JsonNode data, String section) {
        return texts(data, section, "value");
    }

    private static List<String> texts(JsonNode data, String section, String field) {
        return data.path("sections")
                .valueStream()
                .filter(it -> it.path("title").asString("").equals(section))
                .flatMap(it -> it.path("entries").valueStream())
                .map(it -> it.path(field).asString(""))
                .toList();
    }
}
