package org.anchang.kit.identity;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import org.jspecify.annotations.Nullable;

/// SEC-5: a request context of its own for what a thread does that nobody's request began, so that the audit
/// knows what did it, and for whom:
///
/// ```java
/// try (var _ = Acting.of("sweep ExpiringHolds", null)) { … }
/// ```
public final class Acting implements AutoCloseable {
    private final ManagedContext context;
    private final @Nullable ContextState before;

    private Acting(ManagedContext context) {
        this.context = context;
        before = context.getStateIfActive();
        context.activate();
    }

    /// @param cause  what acts, e.g. `sweep ExpiringHolds`
    /// @param person who planned it or waits for it, if somebody does
    public static Acting of(String cause, @Nullable String person) {
        var acting = new Acting(Arc.container().requestContext());
        var caller = Arc.container().instance(Caller.class).get();
        caller.actFor(cause);
        caller.inTheNameOf(person);
        return acting;
    }

    @Override
    public void close() {
        context.terminate();
        if (before != null) {
            context.activate(before);
        }
    }
}
