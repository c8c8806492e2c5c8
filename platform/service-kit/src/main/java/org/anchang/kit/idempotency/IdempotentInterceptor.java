package org.anchang.kit.idempotency;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.work.LongWork;
import org.jspecify.annotations.Nullable;

/// See [Idempotent].
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotentInterceptor {
    private static final int LONGEST_KEY = 100;

    @Inject
    CurrentVertxRequest request;

    @Inject
    Caller caller;

    @Inject
    Answers answers;

    @Inject
    LongWork longWork;

    @Inject
    AuditedTransaction transaction;

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) {
        var http = request.getCurrent().request();
        var key = http.getHeader("Idempotency-Key");
        refuseUnless(key != null && !key.isBlank() && key.length() <= LONGEST_KEY, KitRefusal.IDEMPOTENCY_KEY_MISSING);
        var command = new Answers.Command(
                answers.keyOf(caller.name(), key),
                answers.fingerprintOf(http.method().name(), http.path(), invocation.getParameters()));
        var idempotent = invocation.getMethod().getAnnotation(Idempotent.class);
        return transaction.tellingByItself(() -> idempotent != null && idempotent.mayTakeLong()
                ? longWork.call(() -> once(command, invocation))
                : QuarkusTransaction.requiringNew().call(() -> once(command, invocation)));
    }

    private @Nullable Object once(Answers.Command command, InvocationContext invocation) throws Exception {
        var known = answers.claim(command);
        if (known.isPresent()) {
            request.getCurrent().response().putHeader("Idempotent-Replayed", "true");
            return answers.again(known.get(), invocation.getMethod().getGenericReturnType());
        }
        var answer = invocation.proceed();
        answers.keep(command, answer);
        return answer;
    }
}
