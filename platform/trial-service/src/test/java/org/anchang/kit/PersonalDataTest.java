package org.anchang.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.anchang.test.OfficeBacking;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PersonalDataTest {
    private static final String PHONE = "13800001111";

    @Inject
    AgroalDataSource database;

    private final Log log = new Log();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    @DisplayName("what a unique constraint refuses is quoted neither in the exception nor in the log nor in the answer")
    void uniqueViolation() {
        var failure = catchThrowable(() -> insertTwice(PHONE));
        assertThat(failure).isInstanceOf(SQLException.class).hasMessageContaining("duplicate key");
        assertThat(textOf(failure)).doesNotContain(PHONE);

        var answer = Notes.write(UUID.randomUUID(), "unique " + PHONE);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).doesNotContain(PHONE);
        assertThat(log.lines).anyMatch(line -> line.contains("CONFLICT_TRY_AGAIN"));
        assertThat(log.lines).noneMatch(line -> line.contains(PHONE));
    }

    @Test
    @DisplayName("a fault is logged with its trace and without what the request said")
    void fault() {
        assertThat(Notes.write(UUID.randomUUID(), "check " + PHONE).statusCode())
                .isEqualTo(500);

        assertThat(log.lines).anyMatch(line -> line.contains("A command failed"));
        assertThat(log.lines).noneMatch(line -> line.contains(PHONE));
    }

    @Test
    @DisplayName("CUS-6 what was asked and answered is kept sealed, and answered again all the same")
    void answers() throws SQLException {
        var key = UUID.randomUUID().toString();
        var about = UUID.randomUUID();

        var first = Notes.write(about, "call " + PHONE, key);
        var again = Notes.write(about, "call " + PHONE, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString()).contains(PHONE);
        var hex = HexFormat.of().formatHex(PHONE.getBytes(StandardCharsets.UTF_8));
        assertThat(rows("SELECT i::text FROM idempotency i WHERE body IS NOT NULL"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(PHONE) || row.contains(hex));
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void insertTwice(String value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "INSERT INTO idempotency (key, fingerprint, status, headers) VALUES (?, '-', 200, ''), (?, '-', 200, '')")) {
            statement.setString(1, value);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    private static String textOf(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /// Everything that is logged, messages filled in and traces included.
    private static final class Log extends Handler {
        private static final Formatter WHOLE = new PatternFormatter("%s%e");

        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(WHOLE.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
