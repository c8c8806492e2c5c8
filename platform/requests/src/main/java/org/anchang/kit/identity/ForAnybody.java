package org.anchang.kit.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Whoever holds a link may ask for this, without an account: what may be seen and done follows from the link alone,
/// which nobody can guess. Beside `@PermitAll`; the interface document says so, and the check of every right
/// (test-kit) holds that without a link there is nothing.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ForAnybody {}
