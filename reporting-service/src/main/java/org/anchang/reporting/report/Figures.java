package org.anchang.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Key;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sql.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// RPT-3: figures, and what each is made of, from the same list of things.
@ApplicationScoped
class Figures {
    /// @param part    absent: the whole, over all parts
    /// @param count   of things
    /// @param amount  of money, where the things have some
    /// @param median  of the report's measure (days, hours), where the things have it
    /// @param ninetieth what nine of ten stay within
    @Schema(name = "ReportFigure")
    record Figure(
            String figure,
            @Nullable String part,
            long count,
            Money amount,
            @Nullable BigDecimal median,
            @Nullable BigDecimal ninetieth) {}

    /// One thing that a figure counts.
    ///
    /// @param key      unique within the figure
    /// @param opens    the page that shows it
    /// @param customer masked (CUS-6)
    /// @param home     label of the unit
    /// @param person   whose it is, or who did it
    /// @param measure  days or hours, as the report has it
    /// @param note     e.g. the number of the receipt or ticket, the ground of a reception
    @Schema(name = "ReportLine")
    record Line(
            String key,
            Opens opens,
            UUID id,
            Instant at,
            LocalDate onDay,
            @Nullable String customer,
            @Nullable String home,
            @Nullable String person,
            @Nullable String part,
            Money amount,
            @Nullable BigDecimal measure,
            @Nullable String note) {}

    enum Opens {
        CUSTOMER,
        DEAL,
        UNIT,
        APPROVAL
    }

    /// Which things.
    ///
    /// @param part absent: of all parts
    record Chosen(String figure, @Nullable String part) {}

    private static final String FIGURES = """
            SELECT figure, CASE WHEN grouping(part) = 0 THEN part END AS part, count(*) AS count, sum(amount) AS amount,
                   round(CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY measure) AS numeric), 1) AS median,
                   round(CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY measure) AS numeric), 1) AS ninetieth
            FROM (SELECT thing.*, coalesce(%s, '') AS part FROM (%s) thing) counted
            WHERE (CAST(:person AS text) IS NULL OR person = :person)
            GROUP BY GROUPING SETS ((figure, part), (figure)) ORDER BY figure, grouping(part) DESC, part""";
    private static final String CHOSEN = """
            FROM (SELECT thing.*, coalesce(%s, '') AS part FROM (%s) thing) counted
            WHERE (CAST(:person AS text) IS NULL OR person = :person)
              AND figure = :figure AND (CAST(:part AS text) IS NULL OR part = :part)
            """;
    private static final String COUNT = "SELECT count(*) " + CHOSEN;
    private static final String LINES = """
            SELECT key, opens, id, at, on_day, customer, home, person, part, amount, measure, note
            """ + CHOSEN + """
            AND (CAST(:after AS text) IS NULL OR (at, key) < (CAST(:afterAt AS timestamptz), :after))
            ORDER BY at DESC, key DESC""";
    private static final String PAGED = LINES + " LIMIT :rows";

    @Inject
    Database database;

    List<Figure> of(Question question) {
        return asked(FIGURES, question).rows(Figure.class);
    }

    Page<Line> lines(Question question, Chosen chosen, PageRequest page) {
        return asked(PAGED, question)
                .with(chosen)
                .page(
                        page,
                        Line.class,
                        List.of(
                                new Key<>("afterAt", Line::at, Instant::parse),
                                new Key<>("after", Line::key, String::toString)));
    }

    /// How many they are.
    long count(Question question, Chosen chosen) {
        return asked(COUNT, question).with(chosen).one(Long.class);
    }

    /// All of them, in batches.
    void allLines(Question question, Chosen chosen, Consumer<List<Line>> batch) {
        asked(LINES, question)
                .with(chosen)
                .with("after", null)
                .with("afterAt", null)
                .batches(500, Line.class, batch);
    }

    private Statement asked(String sql, Question question) {
        var things = question.report().things();
        var statement = database.sql(sql.formatted(Report.column(question.part()), things))
                .with("person", question.report().isEverybodys() ? null : question.person());
        question.parameters().forEach((name, value) -> {
            if (things.contains(":" + name)) {
                statement.with(name, value);
            }
        });
        return statement;
    }
}
