package org.anchang.kit.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One paper of the office: its fields in the words and order of the sheet, and its layout, in one file
/// `papers/<name>.paper`.
///
/// ```
/// title     调房申请单
/// version   1
/// row       25
/// columns   12 16 12 16
/// copies    销售部 | 财务部
///
/// | 业主姓名 | {buyers} | 定房日期 | {bookedOn} |
/// | 面积 || {area} ||
/// each fees | {label} || {amount} ||
/// 80 | 财务部意见：{opinion?} >> 负责人签字：{signer?}　日期：{signedOn?} |
/// . 特此申请。
/// > 申请人：{applicant?}
/// - 备注：…
/// ```
///
/// `||` lets the cell before it take one more column, and the last cell takes what is left; a number before
/// a row is its height in points; behind `>>` stands what is written at the cell's lower right. `{name}` is
/// a field: `/` where there is nothing to write (the sheet's rule), blank for `{name?}`, which waits for a
/// pen; `{name!}` is a signature that somebody drew, blank without one;
/// `{name:OWN=自用,OTHER=其他}` is a row of boxes, of which those that fit are filled. `.` begins a line
/// of a letter, `>` one at the right edge, `=` a heading, `-` a note. A column `*weeks:9` stands once for
/// each row of
/// the
/// list `weeks`, and so does a cell in it that begins with `*`; other cells reach over all of them.
public record Template(
        String name,
        String source,
        String title,
        int version,
        boolean landscape,
        int rowHeight,
        List<Integer> columns,
        Across across,
        List<String> copies,
        List<Line> lines) {
    private static final Pattern SETTING = Pattern.compile("(title|version|row|page|columns|copies)\\s+(.+)");
    private static final Pattern GRID = Pattern.compile("(?:each (\\w+) )?(?:(\\d+) )?(\\|.*\\|)");
    private static final Pattern LETTER = Pattern.compile("([.>=-])(?: (.*))?");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)([?!])?(?::([^}]+))?}");
    private static final String NOTHING = "/";
    private static final String FOOT = ">>";

    /// A line of the file: a row, or one for each row of a list.
    ///
    /// @param list empty where it is no list's
    record Line(Sheet.Kind kind, String list, int height, List<Part> parts) {}

    record Part(String text, int span) {
        boolean isForEach() {
            return text.startsWith("*");
        }
    }

    /// The column that stands once for each row of a list.
    ///
    /// @param at below zero where there is none
    record Across(int at, String list) {
        static final Across NONE = new Across(-1, "");

        boolean isIn(int from, int span) {
            return at >= from && at < from + span;
        }
    }

    /// The template of that name among the service's resources.
    public static Template named(String name) {
        try (var file = Template.class.getClassLoader().getResourceAsStream("papers/" + name + ".paper")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no papers/" + name + ".paper");
            }
            return read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException with the line that is none
    public static Template read(String name, String source) {
        var reading = new Reading();
        source.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reading::take);
        return new Template(
                name,
                source,
                reading.title,
                reading.version,
                reading.landscape,
                reading.rowHeight,
                List.copyOf(reading.columns),
                reading.across,
                List.copyOf(reading.copies),
                List.copyOf(reading.lines));
    }

    /// The names of all fields that it shows, those of lists as `list.field`.
    public List<String> fields() {
        var names = new TreeSet<String>();
        for (var line : lines) {
            for (var part : line.parts()) {
                var list = part.isForEach() ? across.list() : line.list();
                FIELD.matcher(part.text())
                        .results()
                        .forEach(found -> names.add(list.isEmpty() ? found.group(1) : list + "." + found.group(1)));
            }
        }
        return List.copyOf(names);
    }

    /// What names the fields, in the order of the sheet, each once.
    public List<String> labels() {
        return lines.stream()
                .filter(line -> line.kind() == Sheet.Kind.GRID)
                .flatMap(line -> line.parts().stream())
                .map(Part::text)
                .filter(text -> !text.isEmpty() && !text.contains("{") && !text.contains(FOOT) && !text.startsWith("*"))
                .distinct()
                .toList();
    }

    /// PAP-2: with the fields that the office has added, each in a row of its own behind the row that has
    /// the label it
    /// names, else behind the last one. A later version than without them.
    public Template with(List<PaperFields.Field> added, int version) {
        if (added.isEmpty()) {
            return this;
        }
        var rows = new ArrayList<>(source.lines().toList());
        for (var field : added) {
            var row = "| %s | {%s%s} |".formatted(field.label(), field.key(), field.value() == null ? "?" : "");
            rows.add(placeFor(rows, field.behind()), row);
        }
        rows.replaceAll(line -> line.matches("version\\s+\\d+") ? "version  " + (this.version + version) : line);
        return read(name, String.join("\n", rows) + "\n");
    }

    private static int placeFor(List<String> rows, @Nullable String behind) {
        var last = rows.size();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (GRID.matcher(rows.get(i).strip()).matches()) {
                last = i + 1;
                break;
            }
        }
        for (int i = 0; behind != null && i < rows.size(); i++) {
            var cells = rows.get(i).strip();
            if (GRID.matcher(cells).matches()
                    && Pattern.compile("\\|")
                            .splitAsStream(cells)
                            .map(String::strip)
                            .anyMatch(behind::equals)) {
                return i + 1;
            }
        }
        return last;
    }

    /// A field with its label, as a column of a list.
    ///
    /// @param list whose rows it says all of; empty where it is no list's
    record Column(String label, String text, String list) {}

    /// PAP-1: the fields in the order of the sheet, each under its label; those of a list under the labels above it.
    List<Column> listed() {
        var columns = new ArrayList<Column>();
        var above = List.<Part>of();
        for (var line : lines) {
            var label = "";
            for (int i = 0; i < line.parts().size(); i++) {
                var text = line.parts().get(i).text();
                if (!text.contains("{")) {
                    label = text;
                } else if (line.kind() == Sheet.Kind.GRID) {
                    var isHeaded = !line.list().isEmpty() && label.isEmpty() && i < above.size();
                    var told = line.list().isEmpty()
                            ? label
                            : isHeaded ? above.get(i).text() : "";
                    if (!told.isEmpty()) {
                        columns.add(new Column(told, text, line.list()));
                    }
                }
            }
            above = line.parts();
        }
        return columns;
    }

    /// What a column says; of boxes, the one that is filled.
    static String said(Column column, Content content) {
        return column.list().isEmpty() || content.list(column.list()).isEmpty()
                ? said(column, content.fields())
                : content.list(column.list()).stream()
                        .map(row -> said(column, row))
                        .collect(Collectors.joining("；"));
    }

    private static String said(Column column, Map<String, String> fields) {
        return FIELD.matcher(column.text()).replaceAll(found -> {
            var value = fields.getOrDefault(found.group(1), "");
            var said = found.group(3) == null ? value : chosen(found.group(3), value);
            return Matcher.quoteReplacement(said.isEmpty() ? NOTHING : said);
        });
    }

    private static String chosen(String choices, String value) {
        return Pattern.compile(",")
                .splitAsStream(choices)
                .filter(choice -> isChosen(choice, value))
                .map(choice -> choice.substring(choice.indexOf('=') + 1))
                .collect(Collectors.joining("、"));
    }

    /// @param value one key, or several between commas
    private static boolean isChosen(String choice, String value) {
        var is = choice.indexOf('=');
        return is >= 0 && List.of(value.split(",")).contains(choice.substring(0, is));
    }

    public Sheet filled(Content content) {
        var rows = new ArrayList<Sheet.Row>();
        var times = orNothing(content.list(across.list()));
        for (var line : lines) {
            if (line.list().isEmpty()) {
                rows.add(row(line, content.fields(), times));
            } else {
                orNothing(content.list(line.list())).forEach(each -> rows.add(row(line, each, times)));
            }
        }
        return new Sheet(name, title, version, widths(times.size()), landscape, rowHeight, copies, rows);
    }

    private static List<Map<String, String>> orNothing(List<Map<String, String>> rows) {
        return rows.isEmpty() ? List.of(Map.of()) : rows;
    }

    private List<Integer> widths(int times) {
        var widths = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            widths.addAll(Collections.nCopies(i == across.at() ? times : 1, columns.get(i)));
        }
        return widths;
    }

    private Sheet.Row row(Line line, Map<String, String> fields, List<Map<String, String>> times) {
        var cells = new ArrayList<Sheet.Cell>();
        var at = 0;
        for (var part : line.parts()) {
            var isWide = across.isIn(at, part.span());
            at += part.span();
            if (isWide && part.isForEach()) {
                var text = part.text().substring(1).strip();
                times.forEach(each -> cells.add(new Sheet.Cell(written(text, each), 1, true, "")));
                continue;
            }
            var span = isWide ? part.span() + times.size() - 1 : part.span();
            var cut = part.text().indexOf(FOOT);
            var text = cut < 0 ? part.text() : part.text().substring(0, cut).strip();
            var foot = cut < 0 ? "" : part.text().substring(cut + FOOT.length()).strip();
            var isLabel =
                    line.kind() == Sheet.Kind.GRID && cut < 0 && !part.text().contains("{");
            cells.add(new Sheet.Cell(written(text, fields), span, isLabel, written(foot, fields)));
        }
        return new Sheet.Row(line.kind(), line.height(), cells);
    }

    private static String written(String text, Map<String, String> fields) {
        return FIELD.matcher(text).replaceAll(found -> {
            var value = fields.getOrDefault(found.group(1), "");
            if (found.group(3) != null) {
                return Matcher.quoteReplacement(boxes(found.group(3), value));
            }
            if ("!".equals(found.group(2))) {
                return Matcher.quoteReplacement(DrawnSignature.marked(value));
            }
            value = DrawnSignature.unmarked(value);
            return Matcher.quoteReplacement(value.isEmpty() && found.group(2) == null ? NOTHING : value);
        });
    }

    private static String boxes(String choices, String value) {
        var boxes = new ArrayList<String>();
        for (var choice : choices.split(",")) {
            boxes.add((isChosen(choice, value) ? "■" : "□") + choice.substring(choice.indexOf('=') + 1));
        }
        return String.join(" ", boxes);
    }

    private static final class Reading {
        private String title = "";
        private int version = 1;
        private boolean landscape;
        private int rowHeight = 25;
        private List<Integer> columns = List.of();
        private Across across = Across.NONE;
        private List<String> copies = List.of();
        private final List<Line> lines = new ArrayList<>();

        void take(String line) {
            var setting = SETTING.matcher(line);
            var grid = GRID.matcher(line);
            var letter = LETTER.matcher(line);
            if (grid.matches()) {
                lines.add(grid(grid));
            } else if (letter.matches()) {
                lines.add(letter(letter));
            } else if (setting.matches() && lines.isEmpty()) {
                set(setting.group(1), setting.group(2).strip());
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("no line of a paper: " + line);
            }
        }

        private void set(String name, String value) {
            switch (name) {
                case "title" -> title = value;
                case "version" -> version = Integer.parseInt(value);
                case "row" -> rowHeight = Integer.parseInt(value);
                case "page" -> landscape = value.contains("landscape");
                case "columns" -> columns(words(value, "\\s+"));
                default -> copies = words(value, "\\|");
            }
        }

        private void columns(List<String> written) {
            var widths = new ArrayList<Integer>();
            for (var one : written) {
                if (one.startsWith("*")) {
                    across = new Across(widths.size(), one.substring(1, one.indexOf(':')));
                }
                widths.add(Integer.valueOf(one.substring(one.indexOf(':') + 1)));
            }
            columns = widths;
        }

        private Line grid(Matcher grid) {
            var parts = new ArrayList<Part>();
            var left = columns.size();
            var cells = grid.group(3).substring(1, grid.group(3).length() - 1).split("\\|", -1);
            for (var cell : cells) {
                left--;
                if (cell.isEmpty() && !parts.isEmpty()) {
                    parts.set(
                            parts.size() - 1,
                            new Part(parts.getLast().text(), parts.getLast().span() + 1));
                } else {
                    parts.add(new Part(cell.strip(), 1));
                }
            }
            if (left < 0) {
                throw new IllegalArgumentException("more cells than columns: " + grid.group());
            }
            parts.set(
                    parts.size() - 1,
                    new Part(parts.getLast().text(), parts.getLast().span() + left));
            var list = grid.group(1) == null ? "" : grid.group(1);
            var height = grid.group(2) == null ? rowHeight : Integer.parseInt(grid.group(2));
            return new Line(Sheet.Kind.GRID, list, height, List.copyOf(parts));
        }

        private Line letter(Matcher letter) {
            var kind =
                    switch (letter.group(1)) {
                        case "." -> Sheet.Kind.TEXT;
                        case ">" -> Sheet.Kind.RIGHT;
                        case "=" -> Sheet.Kind.HEADING;
                        default -> Sheet.Kind.NOTE;
                    };
            var text = letter.group(2) == null ? "" : letter.group(2);
            return new Line(kind, "", rowHeight, List.of(new Part(text, columns.size())));
        }

        private static List<String> words(String text, String between) {
            return Pattern.compile(between)
                    .splitAsStream(text)
                    .map(String::strip)
                    .toList();
        }
    }
}
