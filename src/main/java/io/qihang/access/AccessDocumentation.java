package io.qihang.access;

import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes who may call an operation into the API description. */
@Component
class AccessDocumentation implements OperationCustomizer {

    /** Who calls is known from the session; no one sends it. */
    AccessDocumentation() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) return operation;
        String who = "**谁可以调用：** " + who(allow) + "。频次类别 " + allow.rate() + "。";
        String description = operation.getDescription();
        operation.setDescription(description == null ? who : description + "\n\n" + who);
        return operation;
    }

    private static String who(Allow allow) {
        if (allow.anyone()) return "任何人";
        if (allow.person()) return "小程序登录用户";
        String client = allow.on() == Client.PHONE ? "小程序上的" : "控制台上的";
        if (allow.anyStaff()) return client + "所有工作人员";
        return client + Arrays.stream(allow.staff()).map(Role::label).collect(Collectors.joining("、"));
    }
}
