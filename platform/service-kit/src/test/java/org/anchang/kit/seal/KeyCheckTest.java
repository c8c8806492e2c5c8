package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class KeyCheckTest {
    @Inject
    KeyCheck keyCheck;

    @Inject
    Sealing ours;

    @Test
    @DisplayName("CUS-6 a service does not start under another sealing key than its database was begun with")
    void anotherKey() {
        var another = new Sealing(Base64.getEncoder().encodeToString(new byte[32]));

        QuarkusTransaction.requiringNew().run(() -> keyCheck.check(ours));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> keyCheck.check(another)))
                .hasMessageContaining("ANCHANG_SEALING_KEY is another key");
    }
}
