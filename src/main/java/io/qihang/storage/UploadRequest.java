package io.qihang.storage;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/** What a phone or a browser says of the one file it is about to send. */
public record UploadRequest(
        @Schema(description = "本机上的文件名，带扩展名") @NotBlank(message = "请填写文件名")
        String name,

        @Schema(description = "image/jpeg、image/png 或 application/pdf") @NotBlank(message = "请填写文件类型")
        String contentType,

        @Schema(description = "文件的准确字节数") @NotNull(message = "请填写文件大小") @Positive(message = "文件是空的，请重新选择")
        Long size) {}
