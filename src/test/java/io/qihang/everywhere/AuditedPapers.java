package io.qihang.everywhere;

import static org.awaitility.Awaitility.await;

import io.qihang.everywhere.Doing.Who;
import io.qihang.testing.FormPost;
import io.qihang.testing.Township;
import io.qihang.testing.Townships;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every audited action on certificates, files, policies, plans, the calendar and the audit itself, once. */
final class AuditedPapers {

    private final Doing doing;
    private final Township here;
    private final LocalDate today;
    private final JdbcClient database;
    private final Who member;
    private final Who county;
    private final Who leader;
    private final Who commissioner;
    private final Who audit;

    AuditedPapers(Doing doing, Township here, LocalDate today, JdbcClient database) {
        this.doing = doing;
        this.here = here;
        this.today = today;
        this.database = database;
        member = Who.of(here, "PERSON");
        county = Who.of(here, "COUNTY_OFFICER");
        leader = Who.of(here, "LEADER");
        commissioner = Who.of(here, "PHONE_COMMISSIONER");
        audit = Who.of(here, "AUDIT_ADMIN");
    }

    void play() {
        certificates();
        policies();
        calendar();
        reads();
    }

    private void certificates() {
        String path = "/api/v1/enterprises/" + here.enterprise() + "/certificates";
        String file = committed();
        String id = doing.does(member, "POST", path, certificate("甲", file)).at("/card/id");
        String own = "/api/v1/certificates/" + id;
        String desk = "/api/v1/desk/certificates/" + id;
        doing.does(member, "POST", own + "/files/" + file + "/link", "");
        doing.does(county, "POST", desk + "/files/" + file + "/link", "");
        doing.does(county, "POST", desk + "/return", Map.of("seenVersion", version(desk), "reason", "UNREADABLE"));
        doing.does(member, "POST", own + "/resubmission", certificate("甲", file));
        doing.does(county, "POST", desk + "/verification", Map.of("seenVersion", version(desk)));
        var revoked = Map.of("seenVersion", version(desk), "from", today.toString(), "reason", "公告取消");
        doing.does(county, "POST", desk + "/revocation", revoked);
        String second = member.api()
                .once()
                .post(path, certificate("乙", committed()))
                .expect(201)
                .at("/card/id");
        doing.does(member, "POST", "/api/v1/certificates/" + second + "/withdrawal", "");
    }

    private String committed() {
        byte[] photo = Townships.photo();
        var asked = Map.of("name", "证书.jpg", "contentType", "image/jpeg", "size", photo.length);
        var form = member.api()
                .post("/api/v1/enterprises/" + here.enterprise() + "/certificate-files", asked)
                .expect(201);
        if (FormPost.of(form.json()).send(photo) != 204) throw new AssertionError("the upload was refused");
        doing.does(member, "POST", "/api/v1/uploads/" + form.at("/file") + "/commitment", "");
        return form.at("/file");
    }

    private Map<String, Object> certificate(String number, String file) {
        return Map.of(
                "type",
                "srdi_sme",
                "level",
                "PROVINCIAL",
                "number",
                number,
                "issuedOn",
                today.toString(),
                "files",
                List.of(file));
    }

    private int version(String desk) {
        return county.api().get(desk).expect(200).json().path("version").asInt();
    }

    private void policies() {
        var content = Map.of(
                "particulars", Map.of("kind", "NOTICE", "shortTitle", "审计目录"),
                "audience", Map.of("regions", List.of("371525107", here.unit())),
                "text", "一、内容");
        String id = doing.does(county, "POST", "/api/v1/desk/policies", Map.of("region", "371525", "content", content))
                .at("/id");
        String path = "/api/v1/desk/policies/" + id;
        doing.does(county, "PUT", path, revision(content, version(path)));
        doing.does(county, "POST", path + "/submission", "");
        doing.does(leader, "POST", path + "/return", Map.of("reason", "改一改"));
        doing.does(county, "POST", path + "/submission", "");
        doing.does(leader, "POST", path + "/publication", Map.of("seenVersion", version(path)));
        failed(id);
        doing.does(county, "POST", path + "/reach/resend", "");
        String ours = "/enterprises/" + here.enterprise() + "/policies/" + id;
        doing.does(member, "PUT", "/api/v1" + ours + "/answer", Map.of("kind", "APPLY"));
        doing.does(commissioner, "PUT", "/api/v1/field" + ours + "/telling", "");
        doing.does(county, "POST", path + "/replacement", Map.of());
        doing.does(county, "POST", path + "/withdrawal", Map.of("reason", "作废"));
    }

    private static Map<String, Object> revision(Map<String, ?> content, int seenVersion) {
        var revision = new HashMap<String, Object>(content);
        revision.put("seenVersion", seenVersion);
        return revision;
    }

    /** WeChat refused the message to the member. */
    private void failed(String policy) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.sql("""
                        insert into campaign_recipient (campaign_id, person_id, region_code, state, attempt, reason,
                            updated_at)
                        select id, ?::uuid, region_code, 'FAILED', 1, '', now() from campaign where key = ?
                        on conflict (campaign_id, person_id) do update set state = 'FAILED', next_at = null
                        """)
                                .params(member.account(), "policy:" + policy)
                                .update()
                        == 1);
    }

    private void calendar() {
        var closure = Map.of(
                "firstDay", "2027-07-10",
                "lastDay", "2027-07-10",
                "reason", "停电检修（虚构）",
                "document", "虚构通知");
        String path = "/api/v1/desk/counties/371525/calendar/closures";
        String id = doing.does(county, "POST", path, closure).at("/id");
        doing.does(county, "POST", path + "/" + id + "/withdrawal", "");
        LocalDate next = today.plusDays(360);
        var hours = Map.of("from", next, "source", "虚构通知", "hours", "08:30-12:00,14:00-18:00");
        doing.does(county, "POST", "/api/v1/desk/counties/371525/calendar/hours", hours);
        var profile = Map.of(
                "code", "ticket-follow-up",
                "label", "虚构时限",
                "source", "虚构通知",
                "effectiveFrom", next,
                "steps",
                        List.of(
                                Map.of("step", "confirm", "unit", "WORKING_DAYS", "amount", 5),
                                Map.of("step", "review", "unit", "WORKING_DAYS", "amount", 60)));
        doing.does(county, "POST", "/api/v1/desk/counties/371525/deadline-profiles", profile);
    }

    private void reads() {
        doing.reads(county, "/api/v1/desk/plans/" + today.getYear() + "/export");
        doing.reads(audit, "/api/v1/desk/audit/events?from=" + today + "&until=" + today);
        doing.reads(audit, "/api/v1/desk/audit/chain");
    }
}
