package io.qihang.enterprise.web;

import io.qihang.access.Actor;
import io.qihang.access.Allow;
import io.qihang.access.Audited;
import io.qihang.access.Client;
import io.qihang.access.RateClass;
import io.qihang.access.Role;
import io.qihang.enterprise.EnterpriseId;
import io.qihang.enterprise.MembershipId;
import io.qihang.enterprise.domain.CheckingLicences;
import io.qihang.enterprise.domain.RegistrationId;
import io.qihang.storage.FileLink;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "核对营业执照照片")
@RestController
class LicenceDeskController {

    private static final String HOW = "返回 5 分钟内有效的下载地址，每次查看都有记录。按“已核营业执照”确认之前，要先打开现在这张。";

    private final CheckingLicences checking;

    LicenceDeskController(CheckingLicences checking) {
        this.checking = checking;
    }

    @Operation(operationId = "checkRegistrationLicence", summary = "核对登记的营业执照照片", description = HOW)
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/desk/registrations/{registration}/licence/link")
    FileLink open(Actor actor, @PathVariable RegistrationId registration) {
        return checking.open(actor, registration);
    }

    @Operation(operationId = "checkMemberLicence", summary = "核对成员的营业执照照片", description = HOW)
    @Allow(
            staff = {Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER},
            rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/desk/enterprises/{enterprise}/members/{membership}/licence/link")
    FileLink open(Actor actor, @PathVariable EnterpriseId enterprise, @PathVariable MembershipId membership) {
        return checking.open(actor, enterprise, membership);
    }

    @Operation(
            operationId = "checkMemberLicenceInField",
            summary = "服务专员核对成员的营业执照照片",
            description = "只限本人今天帮包的企业。" + HOW)
    @Allow(staff = Role.COMMISSIONER, on = Client.PHONE, rate = RateClass.WRITE)
    @Audited("file.link")
    @PostMapping("/api/v1/field/enterprises/{enterprise}/members/{membership}/licence/link")
    FileLink openInField(Actor actor, @PathVariable EnterpriseId enterprise, @PathVariable MembershipId membership) {
        return checking.openInField(actor, enterprise, membership);
    }
}
