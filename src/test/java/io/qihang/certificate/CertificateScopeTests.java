package io.qihang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.RegionCode;
import io.qihang.testing.Api;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two users: what is another's is not there, and what is not one's job is refused. */
class CertificateScopeTests extends CertificatePlay {

    private EnterpriseId enterprise = new EnterpriseId(new java.util.UUID(0, 0));
    private String certificate = "";
    private String file = "";

    @BeforeEach
    void a_certificate_of_an_enterprise_in_qingshui() {
        enterprise = firms.in(QINGSHUI);
        Api member = member(enterprise);
        certificate = submit(member, enterprise, "ZJTX-1", today(), null);
        file = member.get(own(certificate)).expect(200).at("/files/0/id");
    }

    @Test
    void another_enterprise_finds_nothing() {
        EnterpriseId other = firms.in(QINGSHUI);
        nothingFor(member(other));
    }

    @Test
    void a_member_who_only_says_so_finds_nothing() {
        Phones.Person claimed = phones.signIn();
        firms.joinUnconfirmed(enterprise, claimed.id());
        nothingFor(claimed.api());
    }

    private void nothingFor(Api stranger) {
        stranger.get(own(certificate)).expect(404);
        stranger.post(own(certificate) + "/files/" + file + "/link", "").expect(404);
        stranger.once().post(own(certificate) + "/withdrawal", "").expect(404);
        stranger.once()
                .post(own(certificate) + "/resubmission", certificate("2", today(), null, List.of(file)))
                .expect(404);
        stranger.once()
                .post(of(enterprise), certificate("2", today(), null, List.of(file)))
                .expect(404);
        stranger.post(
                        "/api/v1/enterprises/" + enterprise + "/certificate-files",
                        SentFiles.asked("a.jpg", "image/jpeg", 9))
                .expect(404);
        assertThat(stranger.get(of(enterprise)).expect(200).text()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void a_file_of_another_cannot_be_handed_in_nor_be_used_twice_nor_seen_through_another_certificate() {
        EnterpriseId other = firms.in(QINGSHUI);
        Api thief = member(other);
        thief.once()
                .post(of(other), certificate("2", today(), null, List.of(file)))
                .expect(409, "FILES_NOT_READY");
        String foreign = upload(member(enterprise), enterprise);
        thief.once()
                .post(of(other), certificate("2", today(), null, List.of(foreign)))
                .expect(409, "FILES_NOT_READY");
        String own = submit(thief, other, "3", today(), null);
        thief.post(own(own) + "/files/" + file + "/link", "").expect(404);
        officer().post(desk(own) + "/files/" + file + "/link", "").expect(404);
    }

    @Test
    void a_colleague_may_go_on_with_what_another_began() {
        Api colleague = member(enterprise);
        colleague.once().post(own(certificate) + "/withdrawal", "").expect(200);
    }

    @Test
    void a_township_reads_its_own_and_decides_nothing() {
        Api own = staffing.hireFor(QINGSHUI).api();
        Api other = staffing.hireFor(LIULIN).api();
        own.get(desk(certificate)).expect(200);
        own.post(desk(certificate) + "/files/" + file + "/link", "").expect(200);
        assertThat(own.get("/api/v1/desk/certificates?limit=100").expect(200).text())
                .contains(certificate);
        String ofEnterprise = "/api/v1/desk/enterprises/" + enterprise + "/certificates";
        assertThat(own.get(ofEnterprise).expect(200).at("/items/0/id")).isEqualTo(certificate);
        assertThat(other.get(ofEnterprise).expect(200).text()).isEqualTo("{\"items\":[],\"next\":null}");
        other.get(desk(certificate)).expect(404);
        other.post(desk(certificate) + "/files/" + file + "/link", "").expect(404);
        assertThat(other.get("/api/v1/desk/certificates?limit=100").expect(200).text())
                .doesNotContain(certificate);
        decides(own, 403);
    }

    @Test
    void another_county_finds_nothing() {
        Api elsewhere = staffing.hire(new RegionCode("630100"), Role.COUNTY_OFFICER, null, null)
                .api();
        elsewhere.get(desk(certificate)).expect(404);
        elsewhere.post(desk(certificate) + "/files/" + file + "/link", "").expect(404);
        assertThat(elsewhere
                        .get("/api/v1/desk/certificates?limit=100")
                        .expect(200)
                        .text())
                .doesNotContain(certificate);
        decides(elsewhere, 404);
    }

    @Test
    void a_leader_reads_but_opens_no_image_and_the_administrators_see_nothing() {
        Api leader = staffing.hire(Role.LEADER).api();
        leader.get(desk(certificate)).expect(200);
        leader.post(desk(certificate) + "/files/" + file + "/link", "").expect(403);
        decides(leader, 403);
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            staffing.hire(role).api().get(desk(certificate)).expect(403);
        }
    }

    private void decides(Api staff, int status) {
        staff.post(desk(certificate) + "/verification", Map.of("seenVersion", 0))
                .expect(status);
        staff.post(desk(certificate) + "/return", Map.of("seenVersion", 0, "reason", "EXPIRED"))
                .expect(status);
        staff.post(
                        desk(certificate) + "/revocation",
                        Map.of("seenVersion", 0, "from", today().toString(), "reason", "公告"))
                .expect(status);
    }
}
