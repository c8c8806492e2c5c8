package org.anchang.kit.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
/// pen; `{name:OWN=自用,OTHER=其他}` is a row of boxes, of which those that fit are filled. `.` begins a line
/// of a letter, `>` one at the right edge, `=` a heading, `-` a note.
public record Template(
        String name,
        String source,
        String title,
        int version,
        boolean landscape,
        int rowHeight,
        List<Integer> columns,
        List<String> copies,
        List<Line> lines) {
    private static final Pattern SETTING = Pattern.compile("(title|version|row|page|columns|copies)\\s+(.+)");
    private static final Pattern GRID = Pattern.compile("(?:each (\\w+) )?(?:(\\d+) )?(\\|.*\\|)");
    private static final Pattern LETTER = Pattern.compile("([.>=-])(?: (.*))?");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)(\\?)?(?::([^}]+))?}");
    private static final String NOTHING = "/";
    private static final String FOOT = ">>";

    /// A line of the file: a row, or one for each row of a list.
    ///
    /// @param list empty where it is no list's
    record Line(Sheet.Kind kind, String list, int height, List<Part> parts) {}

    record Part(String text, int span) {}

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
                List.copyOf(reading.copies),
                List.copyOf(reading.lines));
    }

    /// The names of all fields that it shows, those of lists as `list.field`.
    public List<String> fields() {
        var names = new TreeSet<String>();
        for (var line : lines) {
            for (var part : line.parts()) {
                FIELD.matcher(part.text())
                        .results()
                        .forEach(found ->
                                names.add(line.list().isEmpty() ? found.group(1) : line.list() + "." + found.group(1)));
            }
        }
        return List.copyOf(names);
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
                    var told = label.isEmpty() && !line.list().isEmpty() && i < above.size()
                            ? above.get(i).text()
                            : label;
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
        for (var line : lines) {
            if (line.list().isEmpty()) {
                rows.add(row(line, content.fields()));
            } else {
                var all = content.list(line.list());
                (all.isEmpty() ? List.of(Map.<String, String>of()) : all).forEach(each -> rows.add(row(line, each)));
            }
        }
        return new Sheet(name, title, version, columns, landscape, rowHeight, copies, rows);
    }

    private static Sheet.Row row(Line line, Map<String, String> fields) {
        var cells = new ArrayList<Sheet.Cell>();
        for (var part : line.parts()) {
            var cut = part.text().indexOf(FOOT);
            var text = cut < 0 ? part.text() : part.text().substring(0, cut).strip();
            var foot = cut < 0 ? "" : part.text().substring(cut + FOOT.length()).strip();
            var isLabel =
                    line.kind() == Sheet.Kind.GRID && cut < 0 && !part.text().contains("{");
            cells.add(new Sheet.Cell(written(text, fields), part.span(), isLabel, written(foot, fields)));
        }
        return new Sheet.Row(line.kind(), line.height(), cells);
    }

    private static String written(String text, Map<String, String> fields) {
        return FIELD.matcher(text).replaceAll(found -> {
            var value = fields.getOrDefault(found.group(1), "");
            if (found.group(3) != null) {
                return Matcher.quoteReplacement(boxes(found.group(3), value));
            }
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
                case "columns" ->
                    columns =
                            words(value, "\\s+").stream().map(Integer::valueOf).toList();
                default -> copies = words(value, "\\|");
            }
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
