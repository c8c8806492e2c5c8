package org.anchang.test;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.anchang.clock.HeaderClock;
import org.jspecify.annotations.Nullable;

/// Commands that are carried out to the end, and of which nothing stays: they are told a moment with last digits that
/// nobody else tells, and what they leave at such a moment the database refuses when the transaction ends. It goes by
/// the two tables in which every command leaves something, its answer and what it changed. Who reads at such a
/// moment is not written down as one who looked.
final class InVain {
    private static final String DIGITS = ".000417Z";
    private static final String REFUSE = """
            CREATE OR REPLACE FUNCTION in_vain() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'in vain' USING ERRCODE = 'serialization_failure';
            END $$""";
    private static final String OVERLOOK =
            "CREATE OR REPLACE FUNCTION overlook() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'";
    private static final String AT_SUCH_A_MOMENT = "current_setting('anchang.moment', true) LIKE '%" + DIGITS + "'";

    static {
        Superuser.run(
                REFUSE,
                "DROP TRIGGER IF EXISTS in_vain ON idempotency",
                "DROP TRIGGER IF EXISTS in_vain ON audit",
                trigger("idempotency"),
                trigger("audit"),
                OVERLOOK,
                overlooked("look"),
                overlooked("ticket_history"));
    }

    private InVain() {}

    /// The headers of such a command; it answers as one that came second.
    static Map<String, String> headers() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString(), HeaderClock.HEADER, moment(null));
    }

    /// The next such moment.
    ///
    /// @param told the moment that the headers of a test tell, if they do
    static String moment(@Nullable String told) {
        var from = told == null ? Instant.now() : OffsetDateTime.parse(told).toInstant();
        var next = from.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        return next.toString().replace("Z", DIGITS);
    }

    private static String trigger(String table) {
        return """
                CREATE CONSTRAINT TRIGGER in_vain AFTER INSERT ON %s DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                WHEN (%s) EXECUTE FUNCTION in_vain()""".formatted(table, AT_SUCH_A_MOMENT);
    }

    /// Where a service has it: what keeps who looked at a ticket in full is the ticket's history.
    private static String overlooked(String table) {
        return """
                DO $$ BEGIN
                    IF to_regclass('%1$s') IS NOT NULL THEN
                        CREATE OR REPLACE TRIGGER overlook BEFORE INSERT ON %1$s FOR EACH ROW
                        WHEN (%2$s) EXECUTE FUNCTION overlook();
                    END IF;
                END $$""".formatted(table, AT_SUCH_A_MOMENT);
    }
}
