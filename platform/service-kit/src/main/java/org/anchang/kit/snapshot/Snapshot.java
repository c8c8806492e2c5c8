package org.anchang.kit.snapshot;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The answer shows one moment: whatever its statements read, they read as if at once, so that a sum and the lines
/// that it is made of never disagree, whatever is written in between.
///
/// For methods that answer a GET; they may add rows (a look), but change none. Within a command it is nothing.
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Snapshot {}
