package org.anchang.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Pages as they looked when somebody last looked at them (`-Dupdate` keeps them anew: look at them then).
final class Pictures {
    private static final Path KEPT = Path.of("src/test/pictures");
    private static final Path SEEN = Path.of("target/pictures");
    /// Of 255: what two drawings of one letter may differ in.
    private static final int TONES = 96;
    private static final double MOST_DIFFERENT = 0.005;

    private Pictures() {}

    static void looksAsKept(byte[] png, String name) throws IOException {
        write(png, SEEN.resolve(name + ".png"));
        var seen = opaque(ImageIO.read(new ByteArrayInputStream(png)));
        var kept = KEPT.resolve(name + ".png");
        if (System.getProperty("update") != null) {
            Files.createDirectories(kept.getParent());
            ImageIO.write(seen, "png", kept.toFile());
        }
        assertThat(kept).as("-Dupdate keeps one").exists();
        var reference = opaque(ImageIO.read(kept.toFile()));
        assertThat(seen.getWidth() + " x " + seen.getHeight())
                .as(name)
                .isEqualTo(reference.getWidth() + " x " + reference.getHeight());
        assertThat(different(points(seen), points(reference))).as(name).isLessThan(MOST_DIFFERENT);
    }

    private static BufferedImage opaque(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var drawing = opaque.createGraphics();
        drawing.drawImage(picture, 0, 0, null);
        drawing.dispose();
        return opaque;
    }

    private static void write(byte[] picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
    }

    private static int[] points(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /// The part of the page that is another.
    private static double different(int[] one, int[] other) {
        var count = 0;
        for (int point = 0; point < one.length; point++) {
            if (one[point] != other[point] && isAnother(one[point], other[point])) {
                count++;
            }
        }
        return (double) count / one.length;
    }

    /// In any of the three colours.
    private static boolean isAnother(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > TONES) {
                return true;
            }
        }
        return false;
    }
}
