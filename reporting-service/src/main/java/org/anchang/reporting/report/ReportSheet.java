package org.anchang.reporting.report;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchang.kit.problem.Words;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sheet.TableWriter;
import org.anchang.kit.work.LongWork;
import org.anchang.reporting.ReportingRefusal;
import org.anchang.reporting.ReportingSetting;
import org.anchang.reporting.report.Figures.Chosen;
import org.jspecify.annotations.Nullable;

/// Reports as workbooks: the figures of one or of all, or what a figure is made of, in the reader's language. An empty
/// field prints `/` (rules of papers).
@ApplicationScoped
class ReportSheet {
    private static final String EMPTY = "/";

    @Inject
    Figures figures;

    @Inject
    Settings settings;

    @Inject
    Words words;

    @Inject
    LongWork work;

    /// To be asked before anything of it is written.
    ///
    /// @throws org.anchang.kit.problem.Refused SHEET_WOULD_BE_TOO_LONG
    void mustFit(Question question, Chosen chosen) {
        var most = settings.integer(question.project(), ReportingSetting.SHEET_LINES_MOST);
        var lines = work.readingOneMoment(() -> figures.count(question, chosen));
        if (lines > most) {
            throw refuse(ReportingRefusal.SHEET_WOULD_BE_TOO_LONG)
                    .with("lines", lines)
                    .with("most", most);
        }
    }

    /// Two questions are read as of one moment.
    void write(Question question, @Nullable Chosen chosen, OutputStream out) {
        try (var file = TableWriter.workbook(out)) {
            work.readingOneMoment(() -> {
                if (chosen == null) {
                    figures(question, file);
                } else {
                    lines(question, chosen, file);
                }
                return true;
            });
        }
    }

    /// The sheet of a period: a page for each report, by its usual part, all as of one moment.
    void writeAll(List<Question> questions, OutputStream out) {
        try (var file = TableWriter.workbook(out)) {
            work.readingOneMoment(() -> {
                questions.forEach(question -> figures(question, file));
                return true;
            });
        }
    }

    private void figures(Question question, TableWriter file) {
        file.sheet(
                said("report", question.report()),
                headings("FIGURE", "PART", "COUNT", "AMOUNT", "MEDIAN", "NINETIETH"));
        for (var figure : figures.of(question)) {
            file.row(row(
                    said("figure", figure.figure()),
                    figure.part() == null ? said("heading", "WHOLE") : part(question.part(), figure.part()),
                    figure.count(),
                    figure.amount().amount().toPlainString(),
                    plain(figure.median()),
                    plain(figure.ninetieth())));
        }
    }

    private void lines(Question question, Chosen chosen, TableWriter file) {
        file.sheet(
                said("figure", chosen.figure()),
                headings("DATE", "CUSTOMER", "HOME", "PERSON", "PART", "AMOUNT", "MEASURE", "NOTE"));
        figures.allLines(
                question,
                chosen,
                lines -> lines.forEach(line -> file.row(row(
                        line.onDay(),
                        line.customer(),
                        line.home(),
                        line.person(),
                        line.part() == null ? null : part(question.part(), line.part()),
                        line.amount().amount().toPlainString(),
                        plain(line.measure()),
                        line.note() == null ? null : said(question.report().note(), line.note())))));
    }

    private String part(Part by, String part) {
        return switch (by) {
            case AGE -> age(part);
            case CHANNEL, PRODUCT_TYPE, KIND, REASON, FORM -> said(by.name().toLowerCase(Locale.ROOT), part);
            case NONE, CONSULTANT, WEEK, DAY, BUILDING, LAYOUT -> part;
        };
    }

    /// Of days, `31-60` or `91-`.
    private String age(String part) {
        var until = part.indexOf('-') + 1;
        return words.inWords(
                "age",
                until == part.length() ? "AND_MORE" : "WITHIN",
                Map.of("from", part.substring(0, until - 1), "to", part.substring(until)));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private List<String> headings(String... names) {
        return Stream.of(names).map(name -> said("heading", name)).toList();
    }

    private String said(String kind, Object code) {
        return words.inWords(kind, code);
    }

    private static List<String> row(@Nullable Object... cells) {
        return Stream.of(cells)
                .map(cell -> Objects.toString(cell, ""))
                .map(cell -> cell.isEmpty() ? EMPTY : cell)
                .toList();
    }
}
