package io.qihang.outbox;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.modulith.events.ApplicationModuleListener;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    /** Outside the listener's transaction, so that what fails at its commit is noted, too. */
    private static final int BEFORE_TRANSACTIONS = 0;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor notingFailures(ObjectProvider<FailureNotes> notes) {
        MethodInterceptor noting = call -> {
            try {
                return call.proceed();
            } catch (RuntimeException | Error failure) {
                try {
                    notes.getObject().note(call.getMethod(), call.getArguments()[0], failure);
                } catch (RuntimeException unnoted) {
                    failure.addSuppressed(unnoted);
                }
                throw failure;
            }
        };
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class), noting);
        advisor.setOrder(BEFORE_TRANSACTIONS);
        return advisor;
    }
}
