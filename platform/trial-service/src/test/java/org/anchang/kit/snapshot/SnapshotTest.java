package org.anchang.kit.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class SnapshotTest {
    @ApplicationScoped
    static class Till {
        private static final String PAY_IN = "INSERT INTO till (amount) VALUES (1)";

        @Inject
        Database database;

        @Snapshot
        List<Integer> linesAsOfOneMoment() {
            return linesBeforeAndAfterSomebodyPaysIn();
        }

        @Transactional
        List<Integer> linesOneAfterTheOther() {
            return linesBeforeAndAfterSomebodyPaysIn();
        }

        void payIn() {
            database.sql(PAY_IN).write();
        }

        @Snapshot
        String actor() {
            return database.sql("SELECT current_setting('anchang.actor')").one(String.class);
        }

        private List<Integer> linesBeforeAndAfterSomebodyPaysIn() {
            var before = lines();
            QuarkusTransaction.requiringNew().run(() -> database.sql(PAY_IN).write());
            return List.of(before, lines());
        }

        private int lines() {
            return database.sql("SELECT count(*) FROM till").one(Integer.class);
        }
    }

    @Inject
    Till till;

    @Test
    @ActivateRequestContext
    @DisplayName("what an answer reads is read as of one moment, whatever is written in between")
    void oneMoment() {
        var lines = till.linesAsOfOneMoment();

        assertThat(lines.getLast()).isEqualTo(lines.getFirst());
        var later = till.linesOneAfterTheOther();
        assertThat(later).containsExactly(lines.getFirst() + 1, lines.getFirst() + 2);
    }

    @Test
    @ActivateRequestContext
    @DisplayName("a command that answers like a GET sees what it has just done")
    void withinACommand() {
        var lines = QuarkusTransaction.requiringNew().call(() -> {
            till.payIn();
            return till.linesAsOfOneMoment();
        });

        assertThat(lines.getLast()).isEqualTo(lines.getFirst() + 1);
        assertThat(lines.getFirst()).isPositive();
    }

    @Test
    @ActivateRequestContext
    @DisplayName("SEC-2 it tells the database who looks, like every transaction")
    void tellsWho() {
        assertThat(till.actor()).isNotBlank();
    }
}
