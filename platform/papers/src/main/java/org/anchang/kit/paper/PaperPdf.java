package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.text.pdf.BaseFont;

/// A page as a PDF, its Chinese letters within it: of the packaged Noto Serif SC, a 宋体 (SIL Open Font License, beside
/// the font), or of the file that `anchang.papers.font` names (`file.ttc,2` of a collection).
@ApplicationScoped
public class PaperPdf {
    public static final String TYPE = "application/pdf";
    private static final String PACKAGED = "papers-font/NotoSerifSC-Regular.ttf";

    /// Laid down once in a process, where the writer of PDFs can read it.
    private static final class Packaged {
        private static final Path FILE = laidDown();

        private Packaged() {}

        private static Path laidDown() {
            try (var font = PaperPdf.class.getClassLoader().getResourceAsStream(PACKAGED)) {
                if (font == null) {
                    throw new IllegalStateException(PACKAGED + " is missing");
                }
                var file = Files.createTempFile("anchang-papers", ".ttf");
                file.toFile().deleteOnExit();
                Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Optional<String> named;

    public PaperPdf(@ConfigProperty(name = "anchang.papers.font") Optional<String> named) {
        this.named = named;
    }

    /// @param page as [PrintPage] makes it
    /// @throws org.anchang.kit.problem.Refused TEMPORARILY_UNAVAILABLE where the font that is named is not there
    public byte[] of(String page) {
        if (named.isPresent() && !isThere(named.orElseThrow())) {
            throw refuse(KitRefusal.TEMPORARILY_UNAVAILABLE).with("missing", "anchang.papers.font");
        }
        var out = new ByteArrayOutputStream();
        var renderer = new ITextRenderer();
        try {
            renderer.getFontResolver()
                    .addFont(
                            named.orElseGet(Packaged.FILE::toString),
                            "Anchang Song",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            null);
            renderer.setDocumentFromString(page.substring(page.indexOf("<html")));
            renderer.layout();
            renderer.createPDF(out);
        } catch (IOException e) {
            throw new IllegalStateException("a paper cannot be written as PDF", e);
        }
        return out.toByteArray();
    }

    private static boolean isThere(String file) {
        return Files.isReadable(Path.of(file.replaceFirst(",\\d+$", "")));
    }
}
