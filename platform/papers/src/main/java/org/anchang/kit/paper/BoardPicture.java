package org.anchang.kit.paper;

import java.util.List;
import java.util.Locale;
import org.anchang.kit.paper.Board.Look;

/// A board as a picture (SVG): all of its blocks, one below the other. It runs nothing and fetches nothing.
public final class BoardPicture {
    public static final String TYPE = "image/svg+xml";
    private static final int WIDTH = 118;
    private static final int LABEL = 64;
    private static final int LINE = 18;
    private static final int HEAD = 28;
    private static final int EDGE = 24;
    private static final int KEY = 84;
    private static final int TITLE = 22;
    private static final int WORDS = 13;
    private static final int NARROWEST = 680;
    /// Where the letters of a line stand below its upper edge.
    private static final double BASE = 0.72;

    private final StringBuilder drawn = new StringBuilder();
    private final Board board;
    private int y = EDGE;

    private BoardPicture(Board board) {
        this.board = board;
    }

    public static String of(Board board) {
        return new BoardPicture(board).written();
    }

    private String written() {
        var columns = board.blocks().stream()
                .mapToInt(block -> block.columns().size())
                .max()
                .orElse(0);
        var width = Math.max(NARROWEST, LABEL + columns * WIDTH) + 2 * EDGE;
        text(width / 2.0, y + TITLE, board.title(), TITLE, "000000", "middle");
        y += TITLE + LINE;
        text(width / 2.0, y + WORDS, board.under(), WORDS, "333333", "middle");
        y += HEAD;
        keys(width);
        board.blocks().forEach(this::block);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" "
                        .formatted(width, y + EDGE)
                + "font-family=\"SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', serif\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>" + drawn + "</svg>";
    }

    private void keys(int width) {
        var inLine = Math.max(1, (width - 2 * EDGE) / KEY);
        for (int i = 0; i < board.keys().size(); i++) {
            var key = board.keys().get(i);
            var x = EDGE + i % inLine * KEY;
            var top = y + i / inLine * HEAD;
            box(x, top, KEY - 6, HEAD - 6, key.look());
            text(
                    x + (KEY - 6) / 2.0,
                    top + (HEAD - 6) * BASE,
                    key.says(),
                    WORDS,
                    key.look().ink(),
                    "middle");
        }
        y += (board.keys().size() + inLine - 1) / inLine * HEAD;
    }

    private void block(Board.Block block) {
        y += LINE;
        text(EDGE, y + LINE * BASE, block.name() + "　" + block.under(), WORDS + 2, "000000", "start");
        y += HEAD;
        place(EDGE, LABEL, HEAD, new Board.Place(List.of("楼层"), Look.HEAD));
        for (int i = 0; i < block.columns().size(); i++) {
            place(x(i), WIDTH, HEAD, new Board.Place(List.of(block.columns().get(i)), Look.HEAD));
        }
        y += HEAD;
        var height = Math.max(HEAD, block.height() * LINE + 8);
        for (var line : block.lines()) {
            place(EDGE, LABEL, height, new Board.Place(List.of(line.label()), Look.HEAD));
            for (int i = 0; i < line.places().size(); i++) {
                place(x(i), WIDTH, height, line.places().get(i));
            }
            y += height;
        }
    }

    private static int x(int column) {
        return EDGE + LABEL + column * WIDTH;
    }

    private void place(int x, int width, int height, Board.Place place) {
        box(x, y, width, height, place.look());
        var top = y + (height - place.texts().size() * LINE) / 2.0;
        for (int i = 0; i < place.texts().size(); i++) {
            text(
                    x + width / 2.0,
                    top + (i + BASE) * LINE,
                    place.texts().get(i),
                    WORDS,
                    place.look().ink(),
                    "middle");
        }
    }

    private void box(double x, double y, double width, double height, Look look) {
        drawn.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%s\" stroke=\"#8A929E\"/>",
                x,
                y,
                width,
                height,
                look.fill()));
    }

    private void text(double x, double y, String says, int size, String ink, String anchor) {
        drawn.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"#%s\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                size,
                ink,
                anchor,
                PrintPage.escaped(says.replace('\n', ' '))));
    }
}
