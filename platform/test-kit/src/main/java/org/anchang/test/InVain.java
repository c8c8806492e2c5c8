package org.anchang.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.anchang.clock.HeaderClock;

/// Commands that are carried out to the end, and of which nothing stays: they are told a moment with last digits that
/// nobody else tells, and what they leave at such a moment the database refuses when the transaction ends. It goes by
/// the two tables in which every command leaves something, its answer and what it changed.
final class InVain {
    private static final String DIGITS = ".000417Z";
    private static final String REFUSE = """
            CREATE OR REPLACE FUNCTION in_vain() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'in vain' USING ERRCODE = 'serialization_failure';
            END $$""";

    static {
        Superuser.run(
                REFUSE,
                "DROP TRIGGER IF EXISTS in_vain ON idempotency",
                "DROP TRIGGER IF EXISTS in_vain ON audit",
                trigger("idempotency"),
                trigger("audit"));
    }

    private InVain() {}

    /// The headers of such a command; it answers as one that came second.
    static Map<String, String> headers() {
        var next = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
        return Map.of("Idempotency-Key", UUID.randomUUID().toString(), HeaderClock.HEADER, next.replace("Z", DIGITS));
    }

    private static String trigger(String table) {
        return """
                CREATE CONSTRAINT TRIGGER in_vain AFTER INSERT ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                WHEN (current_setting('anchang.moment', true) LIKE '%%%s') EXECUTE FUNCTION in_vain()""".formatted(table, DIGITS);
    }
}
