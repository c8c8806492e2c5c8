package org.anchang.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// SEC-3: the command takes an `Idempotency-Key` header (required) and is done once per caller and key.
///
/// Promise: the same key with the same request gets the first answer again (`Idempotent-Replayed: true`), whatever
/// crashed in between, because the answer is stored in the transaction of the effect; with another request it is
/// refused (422); while the first still runs, 409. A refused or failed command does not use its key up.
///
/// The annotated resource method runs in a transaction of its own making, unless it [#asksFirst()].
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /// Whether it is [org.anchang.kit.work.LongWork].
    @Nonbinding
    boolean mayTakeLong() default false;

    /// Whether it begins without a transaction, asks a neighbour, and then carries out; see [Asking].
    @Nonbinding
    boolean asksFirst() default false;
}
