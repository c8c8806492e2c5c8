package org.anchang.office;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An office that is closed once, whether by the end of the work or of the JVM, also while it is still starting.
final class Closing implements AutoCloseable {

    private volatile @Nullable Office office;

    /// Not held while it starts: the end of the JVM must not wait for a start that hangs. Its parts die with the JVM.
    void open(Supplier<Office> start) {
        office = start.get();
    }

    Office get() {
        return Objects.requireNonNull(office);
    }

    @Override
    public synchronized void close() {
        var open = office;
        if (open != null) {
            office = null;
            Up.say("ending");
            open.close();
            Up.say("ended");
        }
    }
}
