package org.anchang.inventory.control;

import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jspecify.annotations.Nullable;

/// One open stream of changes.
///
/// @param asConsultant whether withheld units look sold
record Screen(boolean asConsultant, MultiEmitter<? super Screen.Message> messages) {
    /// What goes down the stream: a changed cell as JSON, or nothing but a sign of life.
    ///
    /// @param version everything older has been sent before
    record Message(long version, @Nullable String cell) {}
}
