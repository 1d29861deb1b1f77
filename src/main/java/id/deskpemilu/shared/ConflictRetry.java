package id.deskpemilu.shared;

import java.util.concurrent.ThreadLocalRandom;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a use case that lost against another transaction, three times with a short random pause, so that a user never
 * sees a conflict that a second attempt solves. A use case called inside another one is left to the outer one.
 */
final class ConflictRetry implements MethodInterceptor {

    private static final int RETRIES = 3;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
            } catch (ConcurrencyFailureException conflict) {
                if (attempt == RETRIES) {
                    throw conflict;
                }
                Thread.sleep(ThreadLocalRandom.current().nextInt(5, LONGEST_PAUSE_MILLIS));
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Advice {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static DefaultPointcutAdvisor conflictRetryAdvisor() {
            var advisor = new DefaultPointcutAdvisor(
                    AnnotationMatchingPointcut.forClassAnnotation(UseCase.class), new ConflictRetry());
            advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1); // outside the transaction
            return advisor;
        }
    }
}
