package org.anchang.kit.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The JSON body of a method that takes long lists: it may be larger than `anchang.json.most-bytes`.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {
    /// How large, in KiB.
    int kib();
}
