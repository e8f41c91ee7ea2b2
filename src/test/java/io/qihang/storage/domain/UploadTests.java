package io.qihang.storage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qihang.access.Actor;
import io.qihang.access.Client;
import io.qihang.access.Scope;
import io.qihang.audit.AuditTrail;
import io.qihang.platform.Ids;
import io.qihang.platform.Problem;
import io.qihang.platform.RegionCode;
import io.qihang.platform.idempotency.IdempotentRequests;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.StorageProblem;
import io.qihang.storage.StoredFiles;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadPurpose;
import io.qihang.storage.UploadRequest;
import io.qihang.storage.Uploads;
import io.qihang.testing.Api;
import io.qihang.testing.FormPost;
import io.qihang.testing.MovableClock;
import io.qihang.testing.Phones;
import io.qihang.testing.SystemTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Upload, commit and link against the real S3 server, which holds every form to its policy. */
@SystemTest
class UploadTests {

    private static final RegionCode COUNTY = new RegionCode("371525");

    @Autowired
    Uploads uploads;

    @Autowired
    StoredFiles files;

    @Autowired
    StoredFileMapper mapper;

    @Autowired
    ObjectStore store;

    @Autowired
    ContentCheck check;

    @Autowired
    UploadSweep sweep;

    @Autowired
    IdempotentRequests requests;

    @Autowired
    AuditTrail audit;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    Phones phones;

    private final Phones.Person person;
    private byte[] photo = new byte[0];

    UploadTests(@Autowired Phones phones) {
        this.person = phones.signIn();
    }

    @BeforeEach
    void a_photo() throws IOException {
        photo = Pictures.photo(320, 240, 6);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Nested
    class A_form {

        @Test
        void takes_what_it_was_made_for_and_nothing_else() {
            var form = FormPost.of(open());
            byte[] longer = Pictures.joined(photo, new byte[1]);
            assertThat(form.send(longer)).isGreaterThanOrEqualTo(400);
            assertThat(form.send(Pictures.cut(photo, photo.length - 1))).isGreaterThanOrEqualTo(400);
            assertThat(form.with("key", "certificate/2026/11/other").send(photo))
                    .isEqualTo(403);
            assertThat(form.with("Content-Type", "text/html").send(photo)).isEqualTo(403);
            assertThat(form.with("x-amz-meta-note", "x").send(photo)).isEqualTo(403);
            assertThat(form.with("acl", "public-read").send(photo)).isEqualTo(403);
            String signature = form.field("x-amz-signature");
            assertThat(form.with("x-amz-signature", "0".repeat(signature.length()))
                            .send(photo))
                    .isEqualTo(403);
            assertThat(store.read(form.field("key"), photo.length)).isEmpty();
            assertThat(form.send(photo)).isEqualTo(204);
            assertThat(store.read(form.field("key"), photo.length)).hasValue(photo);
        }

        @Test
        void is_good_for_five_minutes_at_most() {
            clock.move(Duration.ofMinutes(-6));
            assertThat(FormPost.of(open()).send(photo)).isEqualTo(403);
            clock.reset();
            UploadForm form = open();
            assertThat(Duration.between(clock.instant(), form.expiresAt())).isLessThanOrEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void is_given_for_what_is_taken_only() {
            assertThatThrownBy(() -> open(UploadPurpose.LICENCE, "执照.pdf", "application/pdf", 100))
                    .hasMessageContaining("只收JPEG 图片、PNG 图片");
            assertThatThrownBy(() -> open(UploadPurpose.CERTIFICATE, "证书.svg", "image/svg+xml", 100))
                    .hasMessageContaining("PDF 文件");
            assertThatThrownBy(() -> open(UploadPurpose.CERTIFICATE, "证书.jpg", "image/jpeg", 10_485_761))
                    .hasMessageContaining("10 MB");
            assertThatThrownBy(() -> open(UploadPurpose.CERTIFICATE, "证书.pdf", "application/pdf", 20_971_521))
                    .hasMessageContaining("20 MB");
            assertThatThrownBy(() -> open(UploadPurpose.CERTIFICATE, "证书.pdf", "image/jpeg", 100))
                    .hasMessageContaining("扩展名");
        }
    }

    @Nested
    class A_commit {

        @Test
        void makes_the_file_count_and_answers_a_repetition_alike() {
            UploadForm form = sent(photo);
            assertThatThrownBy(() -> attach(form.file(), UUID.randomUUID())).isInstanceOf(Problem.class);
            Api once = person.api().once();
            String first = once.post(commitment(form), "").expect(200).text();
            assertThat(once.post(commitment(form), "").expect(200).text()).isEqualTo(first);
            assertThat(person.api()
                            .once()
                            .post(commitment(form), "")
                            .expect(200)
                            .text())
                    .isEqualTo(first);
            var kept = keptOf(form);
            assertThat(kept.objectKey()).matches("certificate/20\\d\\d/\\d\\d/[0-9a-f-]{36}");
            assertThat(store.read(kept.objectKey(), 1_000_000))
                    .hasValueSatisfying(
                            it -> assertThat(JpegSegments.orientation(it)).isEmpty());
            assertThat(store.read(form.fields().key(), photo.length)).isEmpty();
            attach(form.file(), UUID.randomUUID());
        }

        @Test
        void is_not_undone_by_using_the_form_again() throws IOException {
            UploadForm form = sent(photo);
            commit(form).expect(200);
            UUID owner = UUID.randomUUID();
            attach(form.file(), owner);
            byte[] before = FormPost.open(link(form.file(), owner).url()).body();
            byte[] other = Pictures.jpeg(320, 240);
            byte[] sameLength = Pictures.joined(other, new byte[photo.length - other.length]);
            assertThat(FormPost.of(form).send(sameLength)).isEqualTo(204);
            assertThat(commit(form).expect(200).at("/id")).isEqualTo(form.file().toString());
            assertThat(FormPost.open(link(form.file(), owner).url()).body()).isEqualTo(before);
            clock.move(Duration.ofMinutes(11));
            sweepAll();
            assertThat(store.read(form.fields().key(), photo.length)).isEmpty();
            clock.reset();
            assertThat(FormPost.open(link(form.file(), owner).url()).body()).isEqualTo(before);
        }

        @Test
        void of_what_is_not_taken_says_why_and_stays_refused() {
            byte[] page = "<html><script>alert(1)</script></html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            UploadForm form = sent(page);
            assertThat(commit(form).expect(422, "FILE_REFUSED").at("/detail")).contains("内容与文件类型不符");
            assertThat(commit(form).expect(422, "FILE_REFUSED").at("/detail")).contains("内容与文件类型不符");
            assertThat(store.read(form.fields().key(), page.length)).isEmpty();
            assertThatThrownBy(() -> attach(form.file(), UUID.randomUUID())).isInstanceOf(Problem.class);
        }

        @Test
        void before_anything_was_sent_is_told_so_and_works_afterwards() {
            UploadForm form = open();
            commit(form).expect(409, "FILE_NOT_UPLOADED");
            assertThat(FormPost.of(form).send(photo)).isEqualTo(204);
            commit(form).expect(200);
        }

        @Test
        void belongs_to_who_asked_for_the_form_and_needs_a_key() {
            UploadForm form = sent(photo);
            phones.signIn().api().once().post(commitment(form), "").expect(404);
            person.api().post(commitment(form), "").expect(400, "IDEMPOTENCY_KEY_MISSING");
            commit(form).expect(200);
        }

        @Test
        void waits_for_a_store_that_does_not_answer_and_loses_nothing() {
            UploadForm form = sent(photo);
            var elsewhere = new CommittingUploads(mapper, unreachable(), check, requests, audit, ids, clock);
            assertThatThrownBy(() -> elsewhere.commit(actor(), form.file(), "attempt-without-store"))
                    .isInstanceOfSatisfying(Problem.class, it -> {
                        assertThat(it.code()).isEqualTo(StorageProblem.FILE_STORE_UNREACHABLE);
                        assertThat(it.retryAfter()).isNotNull();
                    });
            commit(form).expect(200);
        }

        @Test
        void at_the_same_time_as_another_has_one_effect() {
            UploadForm form = sent(photo);
            var other =
                    CompletableFuture.supplyAsync(() -> commit(form).expect(200).text());
            String answer = commit(form).expect(200).text();
            assertThat(other.join()).isEqualTo(answer);
            clock.move(Duration.ofHours(2));
            sweepAll();
            assertThat(store.read(keptOf(form).objectKey(), 1_000_000)).isPresent();
        }
    }

    @Nested
    class A_link {

        @Test
        void downloads_one_file_under_its_name_and_is_recorded() {
            UploadForm form = sent(photo);
            commit(form).expect(200);
            UUID owner = UUID.randomUUID();
            attach(form.file(), owner);
            FileLink link = link(form.file(), owner);
            var answer = FormPost.open(link.url());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment")
                    .contains("filename*=UTF-8''%E8%AF%81%E4%B9%A6.jpg");
            assertThat(link.url()).contains("X-Amz-Expires=300");
            assertThat(link.expiresAt()).isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
            link(form.file(), owner);
            assertThat(database.sql("select count(*) from audit_event where action = 'file.link' and object_id = :id")
                            .param("id", form.file().toString())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }

        @Test
        void opens_nothing_else() {
            UploadForm form = sent(photo);
            commit(form).expect(200);
            UUID owner = UUID.randomUUID();
            attach(form.file(), owner);
            String url = link(form.file(), owner).url();
            String bucket = url.substring(0, url.indexOf("/certificate"));
            assertThat(FormPost.open(bucket).statusCode()).isEqualTo(403);
            assertThat(FormPost.open(url.substring(0, url.indexOf('?'))).statusCode())
                    .isEqualTo(403);
            assertThat(FormPost.open(url.replace("/certificate/", "/licence/")).statusCode())
                    .isEqualTo(403);
            assertThatThrownBy(() -> link(form.file(), UUID.randomUUID())).isInstanceOf(Problem.class);
        }
    }

    @Nested
    class What_nobody_claims {

        @Test
        void is_forgotten_a_day_after_it_was_asked_for() {
            UploadForm form = sent(photo);
            clock.move(Duration.ofHours(23));
            sweepAll();
            assertThat(store.read(form.fields().key(), photo.length)).isPresent();
            clock.move(Duration.ofHours(2));
            sweepAll();
            assertThat(store.read(form.fields().key(), photo.length)).isEmpty();
            assertThat(mapper.ofUploader(form.file(), person.id().value())).isNull();
        }

        @Test
        void is_forgotten_a_week_after_it_was_committed() {
            UploadForm form = sent(photo);
            commit(form).expect(200);
            String key = keptOf(form).objectKey();
            clock.move(Duration.ofDays(6));
            sweepAll();
            assertThat(store.read(key, 1_000_000)).isPresent();
            clock.move(Duration.ofDays(2));
            sweepAll();
            assertThat(store.read(key, 1_000_000)).isEmpty();
        }

        @Test
        void is_let_go_by_an_object_that_has_others_now() {
            UUID owner = UUID.randomUUID();
            UploadForm first = sent(photo);
            UploadForm second = sent(photo);
            commit(first).expect(200);
            commit(second).expect(200);
            String key = keptOf(first).objectKey();
            attach(first.file(), owner);
            attach(second.file(), owner);
            assertThat(files.of(owner)).singleElement().satisfies(it -> assertThat(it.id())
                    .isEqualTo(second.file()));
            clock.move(Duration.ofMinutes(1));
            sweepAll();
            assertThat(store.read(key, 1_000_000)).isEmpty();
        }
    }

    private UploadForm open() {
        return open(UploadPurpose.CERTIFICATE, "证书.jpg", "image/jpeg", photo.length);
    }

    private UploadForm open(UploadPurpose purpose, String name, String type, long size) {
        return uploads.open(actor(), COUNTY, purpose, new UploadRequest(name, type, size));
    }

    private UploadForm sent(byte[] content) {
        UploadForm form = open(UploadPurpose.CERTIFICATE, "证书.jpg", "image/jpeg", content.length);
        assertThat(FormPost.of(form).send(content)).isEqualTo(204);
        return form;
    }

    private Actor actor() {
        UUID id = person.id().value();
        return new Actor(id, Client.PHONE, Set.of(), Scope.own(id), Set.of());
    }

    private Api.Reply commit(UploadForm form) {
        return person.api().once().post(commitment(form), "");
    }

    private static String commitment(UploadForm form) {
        return "/api/v1/uploads/" + form.file() + "/commitment";
    }

    private void attach(FileId file, UUID owner) {
        transaction.executeWithoutResult(
                status -> files.attach(actor(), UploadPurpose.CERTIFICATE, List.of(file), owner));
    }

    private FileLink link(FileId file, UUID owner) {
        return files.link(file, owner);
    }

    private StoredFile keptOf(UploadForm form) {
        return java.util.Objects.requireNonNull(
                mapper.ofUploader(form.file(), person.id().value()));
    }

    /** Other tests leave work behind, too. */
    private void sweepAll() {
        for (int i = 0; i < 10; i++) sweep.run();
    }

    private ObjectStore unreachable() {
        var nowhere = new ObjectStoreSettings("http://127.0.0.1:1", "", "us-east-1", "qihang", "nobody", "nothing");
        return new ObjectStore(nowhere, new OkHttpClient(), clock);
    }
}
