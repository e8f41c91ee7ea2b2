package io.qihang.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A signed form for exactly one object: its key, type and size are bound, and it expires within five minutes.
 *
 * @param file the file's id, to commit it with once the object is up
 * @param url where the form is posted to
 * @param fields the form's fields, to be sent as they are before the file itself
 */
public record UploadForm(
        FileId file,
        @Schema(description = "wx.uploadFile 的 url") String url,

        @Schema(description = "wx.uploadFile 的 formData，原样传入")
        FormFields fields,

        @Schema(description = "过了这个时间要重新申请") Instant expiresAt) {

    /** The fields under the names the object store knows. */
    public record FormFields(
            @JsonProperty("key") String key,
            @JsonProperty("Content-Type") String contentType,
            @JsonProperty("policy") String policy,
            @JsonProperty("x-amz-algorithm") String algorithm,
            @JsonProperty("x-amz-credential") String credential,
            @JsonProperty("x-amz-date") String date,
            @JsonProperty("x-amz-signature") String signature) {}
}
