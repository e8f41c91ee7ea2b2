package io.qihang.outbox;

import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.platform.Page;
import io.qihang.platform.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "没有办成的事件")
@RestController
class DeadLetterController {

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @Operation(
            operationId = "listDeadLetters",
            summary = "没有办成的事件",
            description =
                    "办理中出错的事件，例如发布政策之后的通知。还在自动重试的写明下次时间；dead 为 true 的不再自动重试，由系统管理员查明原因后重新投递。" + "只写事件种类和出错的种类，不含内容。")
    @Allow(staff = Role.SYSTEM_ADMIN)
    @GetMapping("/api/v1/desk/dead-letters")
    Page<DeadLetters.DeadLetter> list(@ParameterObject PageRequest page) {
        return letters.list(page);
    }

    @Operation(operationId = "retryDeadLetter", summary = "重新投递", description = "一分钟内重新办理；又办不成的，重新开始计次数。")
    @Allow(staff = Role.SYSTEM_ADMIN, rate = RateClass.WRITE)
    @Audited("dead-letter.retry")
    @PostMapping("/api/v1/desk/dead-letters/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id) {
        letters.retry(id);
    }
}
