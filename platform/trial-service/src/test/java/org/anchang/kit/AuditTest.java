package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class AuditTest {
    @Inject
    EntityManager database;

    @Test
    @DisplayName("SEC-2 a change by native SQL keeps who, what before and what after")
    void nativeChangeIsKept() {
        var id = Notes.write(UUID.randomUUID(), "before").path("id").toString();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("UPDATE note SET text = 'after' WHERE id = ?1")
                        .setParameter(1, UUID.fromString(id))
                        .executeUpdate());

        List<?> rows = database.createNativeQuery("""
                        SELECT actor, cause, action, before ->> 'text', after ->> 'text' FROM audit
                        WHERE relation = 'note' AND row_id = ?1 ORDER BY id""").setParameter(1, id).getResultList();

        assertThat(rows).hasSize(2);
        assertThat((Object[]) rows.get(0)).containsExactly("li.na", null, "INSERT", null, "before");
        assertThat((Object[]) rows.get(1)).containsExactly("system", null, "UPDATE", "before", "after");
    }

    @Test
    @DisplayName("SEC-2 nobody alters or removes the record, or an append-only row")
    void recordStays() {
        Notes.write(UUID.randomUUID(), "kept");

        assertRefused("UPDATE audit SET actor = 'somebody else'");
        assertRefused("DELETE FROM audit");
        assertRefused("TRUNCATE audit");
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> Superuser.run(sql)).hasStackTraceContaining("only ever added to");
    }
}
