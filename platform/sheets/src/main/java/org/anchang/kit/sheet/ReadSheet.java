package org.anchang.kit.sheet;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was read of a sheet, and what was not.
///
/// @param sheet  its name; absent in CSV
/// @param linesBefore of the sheets that were read before it: [Line#number] counts on
/// @param rows   of the list
/// @param columns that were understood, as they are written there
/// @param unknownColumns headings that mean nothing here
/// @param absentColumns where there are such: what else would be known, and under which headings
/// @param hiddenColumns were not read
/// @param hiddenRows    were not read
/// @param missingColumns why it was not read
/// @param passedOver    lines that are no rows of the list, the first of them
public record ReadSheet(
        @Nullable String sheet,
        Outcome outcome,
        long linesBefore,
        int rows,
        List<Column> columns,
        List<String> unknownColumns,
        List<Absent> absentColumns,
        List<String> hiddenColumns,
        int hiddenRows,
        List<String> missingColumns,
        List<PassedOver> passedOver) {
    /// What became of it.
    public enum Outcome {
        READ,
        /// It is hidden, and was not asked for.
        HIDDEN,
        /// Another one was asked for.
        NOT_ASKED_FOR,
        /// It has no headings that are known, as a cover or notes.
        NO_HEADINGS,
        COLUMNS_ARE_MISSING
    }

    /// @param heading as it is written
    /// @param column  what it is taken for
    public record Column(String heading, String column) {}

    public record Absent(String column, List<String> headings) {}

    /// @param text the first of it
    public record PassedOver(long line, String text, Why why) {
        public enum Why {
            TOTAL,
            /// Headings once more, as on the next printed page.
            HEADINGS,
            /// Remarks beneath the list.
            REMARK,
            HIDDEN
        }
    }

    /// The same without what stands in lines that are passed over, which may be about people (CUS-6).
    public ReadSheet withoutTexts() {
        return new ReadSheet(
                sheet,
                outcome,
                linesBefore,
                rows,
                columns,
                unknownColumns,
                absentColumns,
                hiddenColumns,
                hiddenRows,
                missingColumns,
                passedOver.stream()
                        .map(line -> new PassedOver(line.line(), "", line.why()))
                        .toList());
    }

    /// Where a [Line#number] is among sheets that were read.
    ///
    /// @return its sheet, which CSV has none of
    public static Where where(List<ReadSheet> sheets, long number) {
        return sheets.stream()
                .filter(sheet -> sheet.outcome() == Outcome.READ && sheet.linesBefore() < number)
                .reduce((_, later) -> later)
                .map(sheet -> new Where(sheet.sheet(), number - sheet.linesBefore()))
                .orElse(new Where(null, number));
    }

    /// @param line as the spreadsheet counts, from 1
    public record Where(@Nullable String sheet, long line) {
        /// As one says it who is there: `7`, or `2栋!7` of another sheet.
        public String seenFrom(Where there) {
            return Objects.equals(sheet, there.sheet()) ? Long.toString(line) : sheet + "!" + line;
        }
    }

    /// Headings that mean nothing here, of all sheets.
    public static List<String> unknown(List<ReadSheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.unknownColumns().stream())
                .distinct()
                .toList();
    }

    static ReadSheet unread(@Nullable String sheet, Outcome outcome, List<String> missing) {
        return new ReadSheet(sheet, outcome, 0, 0, List.of(), List.of(), List.of(), List.of(), 0, missing, List.of());
    }
}
