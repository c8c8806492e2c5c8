package org.anchang.kit.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// A signature as somebody drew it: strokes of `M10 20L30 40 …` within 600 × 200. On a filled sheet it
/// stands between
/// two
/// marks that no text of people's has; pages draw it, workbooks leave it out, for the name stands beside it.
final class DrawnSignature {
    /// Several, one behind the other, are told apart by `;`.
    private static final Pattern STROKES = Pattern.compile("(?:M\\d{1,3} \\d{1,3}(?:L\\d{1,3} \\d{1,3})+){1,200}");

    private static final Pattern STEP = Pattern.compile("([ML])(\\d{1,3}) (\\d{1,3})");
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern MARKED = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);
    private static final int LONGEST = 6_000;
    private static final double HEIGHT_ON_PAPER = 24;
    private static final double WIDEST_ON_PAPER = 90;
    private static final int DOTS = 3;
    private static final float PEN = 6f;

    private DrawnSignature() {}

    /// A piece of a text: words, or strokes.
    record Piece(boolean isDrawn, String text) {
        String picture() {
            return DrawnSignature.picture(text);
        }
    }

    /// Nothing where it is no signature.
    static String marked(String strokes) {
        return Pattern.compile(";")
                .splitAsStream(strokes)
                .filter(one -> one.length() <= LONGEST && STROKES.matcher(one).matches())
                .map(one -> OPEN + one + CLOSE)
                .collect(Collectors.joining());
    }

    /// Whatever people wrote is no signature.
    static String unmarked(String text) {
        return text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }

    static String without(String text) {
        return MARKED.matcher(text).replaceAll("");
    }

    static List<Piece> split(String text) {
        var pieces = new ArrayList<Piece>();
        var found = MARKED.matcher(text);
        var at = 0;
        while (found.find()) {
            pieces.add(new Piece(false, text.substring(at, found.start())));
            pieces.add(new Piece(true, found.group(1)));
            at = found.end();
        }
        pieces.add(new Piece(false, text.substring(at)));
        return pieces;
    }

    private static String picture(String strokes) {
        var path = new Path2D.Double();
        var step = STEP.matcher(strokes);
        while (step.find()) {
            var x = Integer.parseInt(step.group(2));
            var y = Integer.parseInt(step.group(3));
            if (step.group(1).equals("M")) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        var ink = path.getBounds2D();
        var width = Math.max(ink.getWidth(), 1) + 2 * PEN;
        var height = Math.max(ink.getHeight(), 1) + 2 * PEN;
        var scale = Math.min(HEIGHT_ON_PAPER / height, WIDEST_ON_PAPER / width);
        var image = new BufferedImage(dots(width * scale), dots(height * scale), BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var place = AffineTransform.getScaleInstance(scale * DOTS, scale * DOTS);
        place.translate(PEN - ink.getX(), PEN - ink.getY());
        pen.transform(place);
        pen.draw(path);
        pen.dispose();
        return String.format(
                Locale.ROOT,
                "<img class=\"drawn\" alt=\"签名\" style=\"width: %.1fpt; height: %.1fpt\" src=\"data:image/png;base64,%s\"/>",
                width * scale,
                height * scale,
                png(image));
    }

    private static int dots(double points) {
        return Math.max(1, (int) Math.ceil(points * DOTS));
    }

    private static String png(BufferedImage image) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
