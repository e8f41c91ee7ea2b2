package io.qihang.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes into the API description who may call an operation, and with which token. */
@Component
class AccessDocumentation implements OperationCustomizer, OpenApiCustomizer {

    private static final String PHONE = "phone";
    private static final String CONSOLE = "console";

    /** Who calls is known from the session; no one sends it. */
    AccessDocumentation() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("企航接口")
                .version("v1")
                .description("同一个主版本里只增不改；错误一律是 RFC 9457 problem+json，错误码见 errors.md。"));
        Components components = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
        api.components(components
                .addSecuritySchemes(PHONE, bearer("小程序登录后的 token，见 login.md"))
                .addSecuritySchemes(CONSOLE, bearer("控制台两步登录后的 token，在小程序接口上无效")));
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) return operation;
        String who = "**谁可以调用：** " + who(allow) + "。频次类别 " + allow.rate() + "。";
        if (!allow.anyone()) {
            boolean phone = allow.person() || allow.on() == Client.PHONE;
            operation.addSecurityItem(new SecurityRequirement().addList(phone ? PHONE : CONSOLE));
            if (allow.alsoOnPhone()) operation.addSecurityItem(new SecurityRequirement().addList(PHONE));
        }
        String description = operation.getDescription();
        operation.setDescription(description == null ? who : description + "\n\n" + who);
        return operation;
    }

    private static String who(Allow allow) {
        if (allow.anyone()) return "任何人";
        if (allow.person()) return "小程序登录用户";
        String client = allow.on() == Client.PHONE ? "小程序上的" : allow.alsoOnPhone() ? "控制台和小程序上的" : "控制台上的";
        if (allow.anyStaff()) return client + "所有工作人员";
        return client + Arrays.stream(allow.staff()).map(Role::label).collect(Collectors.joining("、"));
    }
}
