package io.qihang.visit.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.storage.FileId;
import io.qihang.storage.FileLink;
import io.qihang.storage.UploadForm;
import io.qihang.storage.UploadRequest;
import io.qihang.visit.VisitId;
import io.qihang.visit.domain.VisitPhotos;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "走访照片")
@RestController
class VisitPhotoController {

    private static final String LINK = "返回 5 分钟内有效的下载地址，每次查看都有记录。";

    private final VisitPhotos photos;

    VisitPhotoController(VisitPhotos photos) {
        this.photos = photos;
    }

    @Operation(
            operationId = "openVisitPhotoUpload",
            summary = "申请上传走访照片",
            description = "走访送达之后才能申请；visit-rules 的 photos 为 false 的县不收，不要问用户要。用法见 offline.md。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.UPLOAD)
    @PostMapping("/api/v1/visits/{clientId}/photo-files")
    @ResponseStatus(HttpStatus.CREATED)
    UploadForm openUpload(Actor actor, @PathVariable UUID clientId, @Valid @RequestBody UploadRequest request) {
        return photos.open(actor, clientId, request);
    }

    @Operation(
            operationId = "addVisitPhoto",
            summary = "给本人的走访附一张照片",
            description = "照片要先上传并提交（commitUploadInField），至多 3 张，走访还能改的时候才能附。重复送同一张，结果相同；走访的后一稿不影响照片。")
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("visit.photo")
    @PutMapping("/api/v1/visits/{clientId}/photos/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Actor actor, @PathVariable UUID clientId, @PathVariable FileId file) {
        photos.add(actor, clientId, file);
    }

    @Operation(operationId = "openVisitPhoto", summary = "查看本人走访的照片", description = LINK)
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/visits/{clientId}/photos/{file}/link")
    FileLink open(Actor actor, @PathVariable UUID clientId, @PathVariable FileId file) {
        return photos.link(actor, clientId, file);
    }

    @Operation(operationId = "viewVisitPhoto", summary = "查看走访照片", description = LINK)
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.LEADER},
            rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/desk/visits/{visit}/photos/{file}/link")
    FileLink view(Actor actor, @PathVariable VisitId visit, @PathVariable FileId file) {
        return photos.view(actor, visit, file);
    }
}
