package io.qihang.ticket.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.qihang.ticket.domain.CheckState;
import io.qihang.ticket.domain.ContentCheckId;
import io.qihang.ticket.domain.ContentReview;
import io.qihang.ticket.domain.ContentReviews;
import io.qihang.ticket.web.TicketRequests.ReasonRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "内容审核")
@RestController
class ContentReviewController {

    private final ContentReviews reviews;

    ContentReviewController(ContentReviews reviews) {
        this.reviews = reviews;
    }

    @Operation(
            operationId = "listContentReviews",
            summary = "内容审核",
            description = "企业人员写的文字、传的附件，只列本人看得到的诉求的。默认列等人工审核的，最早的在前；已有结果的最新的在前，可以抽查。")
    @Allow(staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER})
    @GetMapping("/api/v1/desk/content-reviews")
    Page<ContentReview> list(
            Actor actor, @RequestParam(defaultValue = "REVIEW") CheckState state, @ParameterObject PageRequest page) {
        return reviews.list(actor, state, page);
    }

    @Operation(operationId = "releaseContent", summary = "放行", description = "企业其他人随即看得到。微信没有通过的、还在等微信的也可以放行。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("ticket.release-content")
    @PostMapping("/api/v1/desk/content-reviews/{check}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Actor actor, @PathVariable ContentCheckId check) {
        reviews.release(actor, check);
    }

    @Operation(
            operationId = "holdContent",
            summary = "不予通过",
            description = "企业其他人看不到，提交的人看得到原因；诉求照常办理。已经放行的、微信通过的也可以收回。")
    @Allow(
            staff = {Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.HANDLER},
            rate = RateClass.WRITE)
    @Audited("ticket.hold-content")
    @PostMapping("/api/v1/desk/content-reviews/{check}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(Actor actor, @PathVariable ContentCheckId check, @Valid @RequestBody ReasonRequest said) {
        reviews.hold(actor, check, said.reason());
    }
}
