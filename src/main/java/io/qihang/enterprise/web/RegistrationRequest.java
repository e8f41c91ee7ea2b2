package io.qihang.enterprise.web;

import io.qihang.enterprise.MemberRole;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.domain.CountsAt;
import io.qihang.enterprise.domain.EnterpriseName;
import io.qihang.enterprise.domain.RegistrationForm;
import io.qihang.platform.RegionCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The registration form as the phone sends it. */
record RegistrationRequest(
        @NotBlank(message = "请填写统一社会信用代码") @Size(max = 40, message = "统一社会信用代码是 18 位")
        String uscc,

        @NotBlank(message = "请填写企业名称") @Size(max = 100, message = "企业名称不超过 100 字")
        String name,

        @Schema(description = "注册地所在乡镇、街道、开发区；在县外的不填") @Nullable
        RegionCode registeredUnit,

        @Schema(description = "经营地所在乡镇、街道、开发区；在县外的不填") @Nullable
        RegionCode operatingUnit,

        @Schema(description = "按哪一处计入") @NotNull(message = "请选择按注册地还是经营地计入")
        CountsAt countsAt,

        @Schema(description = "国民经济行业分类，如 C34") @NotBlank(message = "请选择行业") @Size(max = 3, message = "行业代码不对")
        String industry,

        @NotBlank(message = "请填写联系人") @Size(max = 50, message = "联系人不超过 50 字")
        String contactName,

        @NotBlank(message = "请填写联系电话") @Size(max = 20, message = "联系电话太长")
        String contactPhone,

        @NotNull(message = "请选择您在企业的身份") MemberRole role,

        @Schema(description = "扫海报码来的，带上这个码，只用来数哪次活动来的；不对的码不影响登记") @Nullable @Size(max = 20, message = "海报码不对")
        String poster) {

    RegistrationForm form() {
        return new RegistrationForm(
                Uscc.parse(uscc),
                new EnterpriseName(name),
                registeredUnit,
                operatingUnit,
                countsAt,
                industry,
                contactName.strip(),
                contactPhone.strip(),
                role);
    }

    /** Without the contact, which is personal. */
    @Override
    public String toString() {
        return "RegistrationRequest[" + uscc + "]";
    }
}
