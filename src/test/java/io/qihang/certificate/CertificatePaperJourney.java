package io.qihang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.qihang.platform.Times;
import io.qihang.storage.domain.Pictures;
import io.qihang.testing.Api;
import io.qihang.testing.FormPost;
import io.qihang.testing.JourneyPaper;
import io.qihang.testing.SentFiles;
import io.qihang.testing.Subscribers;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code journeys/certificates.md}: a certificate is photographed, handed in, returned and verified. */
class CertificatePaperJourney extends CertificatePlay {

    private static final LocalDate ISSUED = LocalDate.of(2025, 12, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 11, 30);

    @Autowired
    Subscribers subscribers;

    private final JourneyPaper paper = new JourneyPaper(getClass(), "certificates", "证书：上传、交验、退回、核验", """
            企业成员拍下证书交上来，县局对着影像核验；核验通过才成为企业的事实，之后匹配政策、统计认定数都只看它。
            上传文件的三步细节见 [upload.md](../upload.md)。""");

    /** Whatever the store takes part in happens in its own time, for it knows no other. */
    @BeforeEach
    void on_a_monday() {
        clock.stop(
                LocalDateTime.parse("2026-10-12T09:00").atZone(Times.SHANGHAI).toInstant());
    }

    @Test
    void a_certificate_is_uploaded_handed_in_returned_corrected_and_verified() throws IOException {
        var enterprise = firms.named("冠县虚构专精机械有限公司", QINGSHUI);
        Api unheard = member(enterprise);
        Api member = paper.heard("企业成员", unheard);
        Api officer = paper.heard("县局", officer());

        paper.step("选证书类型", "类型和级别取自这里；`validYears` 是通常有效几年，没有的照证书上写的填。");
        member.get("/api/v1/regions/371525/certificate-types").expect(200);

        paper.step("申请表单、传文件、提交文件", "`url`、`fields` 交给 `wx.uploadFile`，文件服务返回 204 后再提交。提交时检查内容，图片里的拍摄地点会去掉。");
        clock.reset();
        String blurred = uploaded(member, enterprise.toString());
        on_a_monday();

        paper.step("交证书", "`files` 是提交过的文件编号，1–9 个。");
        String id = member.once()
                .post(of(enterprise), certificate("ZJTX-2025-0001", ISSUED, UNTIL, List.of(blurred)))
                .expect(201)
                .at("/card/id");

        paper.step("县局看影像，退回", "每看一次影像都有记录。`seenVersion` 是刚才看到的 `version`：别人先办了，返回 409，请重新看。");
        int version = officer.get(desk(id)).expect(200).json().path("version").asInt();
        officer.post(desk(id) + "/files/" + blurred + "/link", "").expect(200);
        officer.post(desk(id) + "/return", Map.of("seenVersion", version, "reason", "UNREADABLE", "note", "印章看不清"))
                .expect(204);

        subscribers.settle(id);

        paper.step("企业改好重新提交", "成员收到“证书被退回”的消息。`returnHint` 告诉用户哪里要改。`files` 以这次列出的为准。");
        member.get("/api/v1/me/inbox").expect(200);
        member.get(own(id)).expect(200);
        clock.reset();
        String sharp = upload(unheard, enterprise);
        on_a_monday();
        var corrected = member.once()
                .post(own(id) + "/resubmission", certificate("ZJTX-2025-0001", ISSUED, UNTIL, List.of(sharp)))
                .expect(200);
        paper.call(corrected.at("/files/0/size"), "保存后的字节数");

        paper.step("核验通过", "从发证日期起成为事实，到期后自动不再成立。");
        officer.post(desk(id) + "/verification", Map.of("seenVersion", version + 2))
                .expect(204);
        assertThat(member.get(own(id)).expect(200).at("/card/statusName")).isEqualTo("已认定");

        paper.step("查看影像", "链接 5 分钟内有效，下载后显示，不要保存。");
        member.post(own(id) + "/files/" + sharp + "/link", "").expect(200);
        paper.agree();
    }

    private String uploaded(Api member, String enterprise) throws IOException {
        byte[] photo = Pictures.photo(640, 480, 6);
        var form = member.post(
                        "/api/v1/enterprises/" + enterprise + "/certificate-files",
                        SentFiles.asked("证书.jpg", "image/jpeg", photo.length))
                .expect(201);
        paper.call(form.at("/expiresAt"), "五分钟以后");
        paper.call(String.valueOf(photo.length), "文件字节数");
        assertThat(FormPost.of(form.json()).send(photo)).isEqualTo(204);
        String file = form.at("/file");
        var committed = member.once()
                .post("/api/v1/uploads/" + file + "/commitment", "")
                .expect(200);
        paper.call(committed.at("/size"), "保存后的字节数");
        return file;
    }
}
