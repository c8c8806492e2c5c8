package org.anchang.deal.inventory;

import static org.anchang.kit.problem.Refused.refuse;

import java.util.function.Supplier;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// What inventory was asked for a command before the command's transaction began.
///
/// Promise: its "no" comes out only where the answer is used. A command that was done before is thus answered again
/// (SEC-3), whatever inventory says now. It is no record, because it is no part of the request that is sent again.
public final class Asked<T> {
    private final @Nullable T answer;
    private final @Nullable RuntimeException no;

    private Asked(@Nullable T answer, @Nullable RuntimeException no) {
        this.answer = answer;
        this.no = no;
    }

    /// Asks now, outside of any transaction.
    ///
    /// @param key the command's `Idempotency-Key`; without one nothing is asked, because the command is refused
    public static <T> Asked<T> under(@Nullable String key, Supplier<T> question) {
        if (key == null || key.isBlank()) {
            return new Asked<>(null, refuse(KitRefusal.IDEMPOTENCY_KEY_MISSING));
        }
        try {
            return new Asked<>(question.get(), null);
        } catch (RuntimeException e) {
            return new Asked<>(null, e);
        }
    }

    /// @throws RuntimeException what came in place of an answer
    public T answer() {
        if (answer == null) {
            throw no == null ? new IllegalStateException("nothing was answered") : no;
        }
        return answer;
    }
}
