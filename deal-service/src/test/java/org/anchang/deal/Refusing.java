package org.anchang.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.anchang.kit.problem.Refusal;
import org.anchang.kit.problem.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Refusals are told apart by their code, never by their words.
public final class Refusing {
    private Refusing() {}

    public static Refused assertRefused(Refusal refusal, ThrowingCallable command) {
        var refused = catchThrowableOfType(Refused.class, command);
        assertThat(refused).as("a refusal: " + refusal).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
        return refused;
    }
}
