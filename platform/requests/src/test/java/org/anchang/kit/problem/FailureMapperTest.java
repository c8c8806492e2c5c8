package org.anchang.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailureMapperTest {
    @Test
    @DisplayName("OPS-1 while nobody can tell whether a token is valid, its bearer is told to come again")
    void providerAway() {
        assertThat(statusOf(new OIDCException("OIDC Server is not available"))).isEqualTo(503);
        assertThat(statusOf(new IllegalStateException("ours"))).isEqualTo(500);
    }

    private static int statusOf(RuntimeException failure) {
        return new FailureMapper().toProblem(failure).getStatusCode();
    }
}
