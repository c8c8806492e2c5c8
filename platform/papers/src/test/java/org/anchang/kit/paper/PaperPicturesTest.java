package org.anchang.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every paper looks as it did when somebody last looked at it: its first page is drawn by another library than the one
/// that wrote it and held against the picture that is kept (`-Dupdate` keeps them anew: look at them then).
class PaperPicturesTest {
    private static final Path KEPT = Path.of("src/test/pictures");
    private static final Path SEEN = Path.of("target/pictures");
    private static final int DPI = 60;
    /// Of 255: what two drawings of one letter may differ in.
    private static final int TONES = 96;
    private static final double MOST_DIFFERENT = 0.004;

    /// What goes over one sheet.
    private static final Set<String> LONG = Set.of("customer-dossier", "contract", "quarter-progress", "weekly-check");

    private final PaperPdf pdf = new PaperPdf(Optional.empty());

    @TestFactory
    @DisplayName("PAP-1 each paper looks like its reference picture, and stands on one sheet for each copy")
    Stream<DynamicTest> papers() {
        return OfficePapers.all().stream()
                .map(template -> DynamicTest.dynamicTest(template.name(), () -> looksAsKept(template)));
    }

    private void looksAsKept(Template template) throws IOException {
        var page = PrintPage.of(template.filled(OfficePapers.filled(template)), OfficePapers.HEAD);
        var seen = drawn(pdf.of(page), template);
        var kept = KEPT.resolve(template.name() + ".png");
        if (System.getProperty("update") != null) {
            write(seen, kept);
        }
        write(seen, SEEN.resolve(template.name() + ".png"));
        assertThat(kept).as("-Dupdate keeps one").exists();
        var reference = ImageIO.read(kept.toFile());
        assertThat(seen.getWidth() + " x " + seen.getHeight())
                .isEqualTo(reference.getWidth() + " x " + reference.getHeight());
        assertThat(different(seen, reference)).as(template.name()).isLessThan(MOST_DIFFERENT);
    }

    private static BufferedImage drawn(byte[] file, Template template) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            if (!LONG.contains(template.name())) {
                assertThat(document.getNumberOfPages())
                        .as("pages of %s", template.name())
                        .isEqualTo(Math.max(1, template.copies().size()));
            }
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
        }
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    /// The part of the page that is another.
    private static double different(BufferedImage one, BufferedImage other) {
        var count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                var difference =
                        one.getRaster().getSample(x, y, 0) - other.getRaster().getSample(x, y, 0);
                count += Math.abs(difference) > TONES ? 1 : 0;
            }
        }
        return (double) count / one.getWidth() / one.getHeight();
    }
}
