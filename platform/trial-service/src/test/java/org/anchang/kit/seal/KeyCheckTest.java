package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class KeyCheckTest {
    @Inject
    MasterKeys ours;

    @Inject
    Database database;

    @Test
    @DisplayName("CUS-6 a service does not start under another sealing key than its database was begun with")
    void anotherKey() {
        var another = new MasterKeys(Sealing.newKey(), Optional.empty());

        assertThatCode(() -> new DataKeys(database, ours).read()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new DataKeys(database, another).read())
                .hasMessageContaining("ANCHANG_SEALING_KEY is another key")
                .hasMessageContaining(ours.current().id())
                .hasMessageContaining("POST /operations/sealing-keys/rotations");
    }
}
