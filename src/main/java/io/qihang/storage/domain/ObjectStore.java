package io.qihang.storage.domain;

import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.PostPolicy;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.qihang.platform.Problem;
import io.qihang.storage.FileKind;
import io.qihang.storage.ObjectStoreConnectionDetails;
import io.qihang.storage.StorageProblem;
import io.qihang.storage.UploadForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;

/** The bucket. Signing stays on this machine; everything else is a call with an end, and never inside a transaction. */
class ObjectStore {

    /** How long a form or a link is good for. */
    static final Duration SIGNED_FOR = Duration.ofMinutes(5);

    /** WeChat may come for an image up to an hour after it was told of it. */
    private static final Duration CHECKED_WITHIN = Duration.ofHours(2);

    private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final MinioClient client;
    private final MinioClient signer;
    private final OkHttpClient http;
    private final ObjectStoreConnectionDetails details;
    private final Clock clock;

    ObjectStore(ObjectStoreConnectionDetails details, OkHttpClient http, Clock clock) {
        this.client = client(details, details.endpoint(), http);
        this.signer = client(details, details.publicEndpoint(), http);
        this.http = http;
        this.details = details;
        this.clock = clock;
    }

    /** The region is given, so that signing needs no call. */
    private static MinioClient client(ObjectStoreConnectionDetails details, String endpoint, OkHttpClient http) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(details.region())
                .credentials(details.accessKey(), details.secretKey())
                .httpClient(http)
                .build();
    }

    /** The address forms are posted to. */
    String formUrl() {
        return details.publicEndpoint().replaceAll("/+$", "") + "/" + details.bucket();
    }

    /** Signs a form for one object of this type and exactly this size. */
    UploadForm.FormFields form(String key, FileKind kind, long size, Instant expiresAt) {
        try {
            var policy = new PostPolicy(details.bucket(), expiresAt.atZone(ZoneOffset.UTC));
            policy.addEqualsCondition("key", key);
            policy.addEqualsCondition("Content-Type", kind.contentType());
            policy.addContentLengthRangeCondition(size, size);
            Map<String, String> signed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            signed.putAll(signer.getPresignedPostFormData(policy));
            return new UploadForm.FormFields(
                    key,
                    kind.contentType(),
                    field(signed, "policy"),
                    field(signed, "x-amz-algorithm"),
                    field(signed, "x-amz-credential"),
                    field(signed, "x-amz-date"),
                    field(signed, "x-amz-signature"));
        } catch (MinioException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Signs a link under which the object is downloaded under this name. */
    String link(String key, String name) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return signed(
                key,
                SIGNED_FOR,
                it -> it.extraQueryParams(new Http.QueryParameters("response-content-disposition", disposition)));
    }

    /** Signs an address under which a machine fetches the object to check it. */
    String checkAddress(String key) {
        return signed(key, CHECKED_WITHIN, it -> it);
    }

    private String signed(String key, Duration goodFor, UnaryOperator<GetPresignedObjectUrlArgs.Builder> more) {
        var asked = GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.GET)
                .bucket(details.bucket())
                .object(key)
                .expiry((int) goodFor.toSeconds(), TimeUnit.SECONDS);
        try {
            return signer.getPresignedObjectUrl(more.apply(asked).build());
        } catch (MinioException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** The moment up to which what is signed now is good. */
    Instant signedUntil() {
        return clock.instant().plus(SIGNED_FOR);
    }

    /** What lies under the key, of something larger only its beginning; empty when nothing lies there. */
    Optional<byte[]> read(String key, long most) {
        try {
            return Optional.of(call(() -> {
                var object = GetObjectArgs.builder()
                        .bucket(details.bucket())
                        .object(key)
                        .build();
                try (var in = client.getObject(object)) {
                    return in.readNBytes(Math.toIntExact(most) + 1);
                }
            }));
        } catch (Missing nothing) {
            return Optional.empty();
        }
    }

    void write(String key, FileKind kind, byte[] content) {
        var object = PutObjectArgs.builder()
                .bucket(details.bucket())
                .object(key)
                .contentType(kind.contentType())
                .data(content, content.length)
                .build();
        call(() -> client.putObject(object));
    }

    /** Removes the object; one that is not there is fine. */
    void remove(String key) {
        var object =
                RemoveObjectArgs.builder().bucket(details.bucket()).object(key).build();
        call(() -> {
            client.removeObject(object);
            return key;
        });
    }

    private interface Call<T> {
        T run() throws MinioException, IOException;
    }

    /** Nothing lies under a key. */
    private static final class Missing extends RuntimeException {}

    /** The client reports a refused or broken connection as an illegal state. */
    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (ErrorResponseException e) {
            if ("NoSuchKey".equals(e.errorResponse().code())) throw new Missing();
            throw unreachable(e);
        } catch (MinioException | IOException | IllegalStateException e) {
            throw unreachable(e);
        }
    }

    private static Problem unreachable(Exception failure) {
        log.warn("object store: {}", failure.toString());
        return Problem.retryable(StorageProblem.FILE_STORE_UNREACHABLE, TRY_AGAIN);
    }

    private static String field(Map<String, String> signed, String name) {
        return Objects.requireNonNull(signed.get(name), name);
    }

    /** Ends the connections; nothing is asked of the store afterwards. */
    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
