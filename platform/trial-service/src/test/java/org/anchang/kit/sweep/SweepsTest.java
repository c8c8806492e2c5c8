package org.anchang.kit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SweepsTest {
    @Inject
    EntityManager database;

    @Test
    @DisplayName(
            "what is planned is done once its moment has come, never before, and nothing runs without anything due")
    void atItsMoment() {
        var runs = Chores.RUNS.get();
        plan("500 milliseconds");
        plan("3 seconds");

        await().pollInSameThread().until(() -> count("done_at IS NULL") == 0);
        assertThat(count("done_at < due_at")).isZero();
        assertThat(Chores.RUNS.get() - runs).isLessThanOrEqualTo(2);
    }

    @Test
    @DisplayName("what is due already, whoever wrote it, and what failed once, is done at the next look")
    void failed() {
        Chores.TO_FAIL.set(2);
        plan("-1 hour");

        await().pollInSameThread().until(() -> count("done_at IS NULL") == 0);
        assertThat(Chores.TO_FAIL).hasValue(0);
    }

    @Test
    @DisplayName("SEC-5 the audit names the sweep behind what nobody's command did")
    void audited() {
        plan("-1 second");

        await().pollInSameThread().until(() -> count("done_at IS NULL") == 0);
        List<?> behind = database.createNativeQuery(
                        "SELECT DISTINCT actor || ', ' || cause FROM audit WHERE relation = 'chore' AND action = 'UPDATE'")
                .getResultList();
        assertThat(behind).singleElement().isEqualTo("sweep Chores, sweep Chores");
    }

    private void plan(String in) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "INSERT INTO chore (due_at) VALUES (clock_timestamp() + CAST(?1 AS interval))")
                .setParameter(1, in)
                .executeUpdate());
    }

    private long count(String condition) {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM chore WHERE " + condition)
                        .getSingleResult())
                .longValue();
    }
}
