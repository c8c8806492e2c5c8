package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.text.pdf.BaseFont;

/// A page as a PDF, its Chinese letters within it: of Noto Serif CJK (SIL Open Font License), as the operating
/// system's package `fonts-noto-cjk` brings it, or of the file that `anchang.papers.font` names (`file.ttc,2` of a
/// collection).
@ApplicationScoped
public class PaperPdf {
    public static final String TYPE = "application/pdf";
    private static final String NOTO = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2";
    private static final List<String> USUAL = List.of(
            NOTO,
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc,2");

    private final Optional<String> font;

    public PaperPdf(@ConfigProperty(name = "anchang.papers.font") Optional<String> named) {
        font = named.or(() -> USUAL.stream().filter(PaperPdf::isThere).findFirst());
    }

    /// Whether there is a font to write with.
    public boolean isPossible() {
        return font.filter(PaperPdf::isThere).isPresent();
    }

    /// @param page as [PrintPage] makes it
    /// @throws org.anchang.kit.problem.Refused TEMPORARILY_UNAVAILABLE where no font is installed
    public byte[] of(String page) {
        if (!isPossible()) {
            throw refuse(KitRefusal.TEMPORARILY_UNAVAILABLE).with("missing", "fonts-noto-cjk");
        }
        var out = new ByteArrayOutputStream();
        var renderer = new ITextRenderer();
        try {
            renderer.getFontResolver()
                    .addFont(font.orElseThrow(), "Anchang Song", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, null);
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
