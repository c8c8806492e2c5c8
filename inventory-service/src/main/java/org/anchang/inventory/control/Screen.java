package org.anchang.inventory.control;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One open stream of changes. A reader that falls too far behind is dropped, so that it never slows others; it
/// comes back with the number of the last event that it has, and catches up.
final class Screen {
    /// What goes down the stream: a changed cell as JSON, or nothing but a sign of life.
    ///
    /// @param version everything older has been sent before
    record Message(long version, @Nullable String cell) {}

    private static final int MOST_BEHIND = 2_048;

    private final MultiEmitter<? super Message> stream;
    private final boolean asConsultant;
    private final AtomicInteger behind = new AtomicInteger();
    private volatile int allowed = MOST_BEHIND;

    /// @param asConsultant whether withheld units look sold
    Screen(MultiEmitter<? super Message> stream, boolean asConsultant) {
        this.stream = stream;
        this.asConsultant = asConsultant;
    }

    boolean isConsultants() {
        return asConsultant;
    }

    /// What it missed, however much that is.
    void catchUp(List<Message> messages) {
        allowed = messages.size() + MOST_BEHIND;
        show(messages);
    }

    void show(List<Message> messages) {
        if (behind.addAndGet(messages.size()) > allowed) {
            stream.fail(new IllegalStateException("the reader is too slow"));
        } else {
            messages.forEach(stream::emit);
        }
    }

    void hasRead() {
        behind.decrementAndGet();
    }

    void fail(RuntimeException failure) {
        stream.fail(failure);
    }
}
