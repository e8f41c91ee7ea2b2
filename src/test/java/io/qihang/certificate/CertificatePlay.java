package io.qihang.certificate;

import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.platform.Times;
import io.qihang.testing.Api;
import io.qihang.testing.Firms;
import io.qihang.testing.Limits;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Staffing;
import io.qihang.testing.SystemTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The people and words that tests of certificates over HTTP share. */
@SystemTest
abstract class CertificatePlay {

    static final String QINGSHUI = "371525104";
    static final String LIULIN = "371525103";
    static final String TYPE = "srdi_sme";
    static final String FACT = "srdi_sme_provincial";

    @Autowired
    Staffing staffing;

    @Autowired
    Phones phones;

    @Autowired
    Firms firms;

    @Autowired
    MovableClock clock;

    @Autowired
    Limits limits;

    @BeforeEach
    void everyone_has_time() {
        limits.forget();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    Api officer() {
        return staffing.hire(Role.COUNTY_OFFICER).api();
    }

    /** A confirmed member's phone. */
    Api member(EnterpriseId enterprise) {
        Phones.Person person = phones.signIn();
        firms.join(enterprise, person.id());
        return person.api();
    }

    LocalDate today() {
        return Times.dayOf(clock.instant());
    }

    /** Uploads a photo as the mini-program does; returns the file's id. */
    static String upload(Api member, EnterpriseId enterprise) {
        return SentFiles.photo(member, "/api/v1/enterprises/" + enterprise + "/certificate-files");
    }

    static Map<String, Object> certificate(
            String number, LocalDate issuedOn, @Nullable LocalDate validUntil, List<String> files) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "type",
                TYPE,
                "level",
                "PROVINCIAL",
                "number",
                number,
                "issuedOn",
                issuedOn.toString(),
                "files",
                files));
        if (validUntil != null) said.put("validUntil", validUntil.toString());
        return said;
    }

    /** Hands a certificate in; returns its id. */
    static String submit(
            Api member, EnterpriseId enterprise, String number, LocalDate issuedOn, @Nullable LocalDate validUntil) {
        var said = certificate(number, issuedOn, validUntil, List.of(upload(member, enterprise)));
        return member.once().post(of(enterprise), said).expect(201).at("/card/id");
    }

    static String of(EnterpriseId enterprise) {
        return "/api/v1/enterprises/" + enterprise + "/certificates";
    }

    static String own(String certificate) {
        return "/api/v1/certificates/" + certificate;
    }

    static String desk(String certificate) {
        return "/api/v1/desk/certificates/" + certificate;
    }

    static int version(Api officer, String certificate) {
        return officer.get(desk(certificate)).expect(200).json().path("version").asInt();
    }

    static void verify(Api officer, String certificate) {
        officer.post(desk(certificate) + "/verification", Map.of("seenVersion", version(officer, certificate)))
                .expect(204);
    }

    static void revoke(Api officer, String certificate, LocalDate from) {
        officer.post(
                        desk(certificate) + "/revocation",
                        Map.of(
                                "seenVersion",
                                version(officer, certificate),
                                "from",
                                from.toString(),
                                "reason",
                                "省厅公告取消"))
                .expect(204);
    }
}
