package org.anchang.kit.idempotency;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;
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
    Asking asking;

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        var http = request.getCurrent().request();
        var key = http.getHeader("Idempotency-Key");
        refuseUnless(key != null && !key.isBlank() && key.length() <= LONGEST_KEY, KitRefusal.IDEMPOTENCY_KEY_MISSING);
        var command = new Answers.Command(
                answers.keyOf(caller.name(), key),
                answers.fingerprintOf(http.method().name(), http.path(), invocation.getParameters()));
        var method = invocation.getMethod();
        var idempotent = method.getAnnotation(Idempotent.class);
        asking.begin(command, idempotent != null && idempotent.mayTakeLong(), method.getGenericReturnType());
        return idempotent != null && idempotent.asksFirst()
                ? asking.first(invocation::proceed)
                : asking.carryOut(invocation::proceed);
    }
}
