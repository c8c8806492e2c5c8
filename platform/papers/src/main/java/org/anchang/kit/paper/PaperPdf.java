package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.openpdf.pdf.FontFamily;
import org.openpdf.pdf.ITextFontResolver;
import org.openpdf.pdf.ITextRenderer;
import org.openpdf.text.pdf.BaseFont;

/// A page as a PDF, its Chinese letters within it: of the packaged Noto Serif SC, a 宋体 (SIL Open Font License, beside
/// the font), or of the file that `anchang.papers.font` names (`file.ttc,2` of a collection).
@ApplicationScoped
public class PaperPdf {
    public static final String TYPE = "application/pdf";
    private static final String FAMILY = "Anchang Song";
    private static final String PACKAGED = "papers-font/NotoSerifSC-Regular.ttf";

    private final Optional<String> named;
    private @Nullable Map<String, FontFamily> families;

    public PaperPdf(@ConfigProperty(name = "anchang.papers.font") Optional<String> named) {
        this.named = named;
    }

    /// @param page as [PrintPage] makes it
    /// @throws org.anchang.kit.problem.Refused TEMPORARILY_UNAVAILABLE where the font that is named is not there
    public byte[] of(String page) {
        var out = new ByteArrayOutputStream();
        var renderer = new ITextRenderer();
        renderer.getFontResolver().getFonts().putAll(families());
        renderer.setDocumentFromString(page.substring(page.indexOf("<html")));
        renderer.layout();
        renderer.createPDF(out);
        return out.toByteArray();
    }

    /// Read once in a process and kept in memory: the writer of PDFs takes the letters of each paper from the font's
    /// bytes, and would otherwise read all of the file anew for each.
    private synchronized Map<String, FontFamily> families() {
        if (families == null) {
            try {
                families = named.isPresent() ? read(named.orElseThrow()) : packaged();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return families;
    }

    private static Map<String, FontFamily> packaged() throws IOException {
        try (var font = PaperPdf.class.getClassLoader().getResourceAsStream(PACKAGED)) {
            if (font == null) {
                throw new IllegalStateException(PACKAGED + " is missing");
            }
            var file = Files.createTempFile("anchang-papers", ".ttf");
            try {
                Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
                return read(file.toString());
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Map<String, FontFamily> read(String name) throws IOException {
        var file = Path.of(name.replaceFirst(",\\d+$", ""));
        if (!Files.isReadable(file)) {
            throw refuse(KitRefusal.TEMPORARILY_UNAVAILABLE).with("missing", "anchang.papers.font");
        }
        var fonts = new ITextFontResolver();
        fonts.addFont(
                BaseFont.createFont(
                        name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, Files.readAllBytes(file), null),
                name,
                FAMILY);
        return Map.copyOf(fonts.getFonts());
    }
}
