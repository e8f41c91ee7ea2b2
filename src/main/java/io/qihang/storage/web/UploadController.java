package io.qihang.storage.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.storage.FileId;
import io.qihang.storage.StoredFileView;
import io.qihang.storage.domain.CommittingUploads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "文件")
@RestController
class UploadController {

    private final CommittingUploads committing;

    UploadController(CommittingUploads committing) {
        this.committing = committing;
    }

    @Operation(
            operationId = "commitUpload",
            summary = "提交已上传的文件",
            description =
                    "文件传完后调用：核对类型和大小，图片重新编码（去掉拍摄地点等信息），PDF 检查有没有脚本和附件。" + "通过的才算数；没有通过的返回 422 并说明原因，要重新选择文件。重复提交结果相同。")
    @Allow(person = true, rate = RateClass.WRITE)
    @Audited("file.commit")
    @PostMapping("/api/v1/uploads/{file}/commitment")
    StoredFileView commit(
            Actor actor,
            @PathVariable FileId file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return committing.commit(actor, file, key);
    }

    @Operation(operationId = "commitUploadInField", summary = "服务专员提交已上传的文件", description = "与 commitUpload 相同。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("file.commit")
    @PostMapping("/api/v1/field/uploads/{file}/commitment")
    StoredFileView commitInField(
            Actor actor,
            @PathVariable FileId file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return committing.commit(actor, file, key);
    }

    @Operation(operationId = "commitUploadAtDesk", summary = "工作人员提交已上传的文件", description = "与 commitUpload 相同。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE,
            alsoOnPhone = true)
    @Audited("file.commit")
    @PostMapping("/api/v1/desk/uploads/{file}/commitment")
    StoredFileView commitAtDesk(
            Actor actor,
            @PathVariable FileId file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return committing.commit(actor, file, key);
    }
}
