package org.anchang.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.anchang.kit.sheet.UnreadableSheet.Why;

/// What a file is, by its content and not by its name.
enum FileKind {
    WORKBOOK,
    TEXT;

    private static final int BEGINNING = 512;
    private static final int BLOCK = 1 << 16;
    private static final String ZIP = "PK\u0003\u0004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";
    private static final Map<String, Why> OTHERS = others();
    private static final Pattern A_WEB_PAGE =
            Pattern.compile("(?i)(\u00EF\u00BB\u00BF)?\\s*<(!doctype|html|head|meta|table|\\?xml|body|style)\\b");
    /// In the directory of an OLE file, which writes two bytes a letter.
    private static final String LOCKED = wide("EncryptedPackage");
    private static final String WORD = wide("WordDocument");

    private static Map<String, Why> others() {
        var others = new LinkedHashMap<String, Why>();
        others.put("%PDF", Why.IT_IS_A_PDF);
        others.put("\u0089PNG", Why.IT_IS_A_PICTURE);
        others.put("\u00FF\u00D8\u00FF", Why.IT_IS_A_PICTURE);
        others.put("GIF8", Why.IT_IS_A_PICTURE);
        others.put("II*\0", Why.IT_IS_A_PICTURE);
        others.put("MM\0*", Why.IT_IS_A_PICTURE);
        others.put("{\\rtf", Why.IT_IS_ANOTHER_OFFICE_DOCUMENT);
        others.put("Rar!", Why.IT_IS_AN_ARCHIVE);
        others.put("7z\u00BC\u00AF", Why.IT_IS_AN_ARCHIVE);
        others.put("\u001F\u008B", Why.IT_IS_AN_ARCHIVE);
        others.put("PK\u0005\u0006", Why.IT_IS_AN_ARCHIVE);
        others.put("\u00FF\u00FE", Why.IT_IS_UTF_16);
        others.put("\u00FE\u00FF", Why.IT_IS_UTF_16);
        return others;
    }

    /// @throws UnreadableSheet where it is plainly something else
    static FileKind of(Path file) throws IOException {
        String beginning;
        try (var in = Files.newInputStream(file)) {
            beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
        for (var other : OTHERS.entrySet()) {
            if (beginning.startsWith(other.getKey())) {
                throw new UnreadableSheet(other.getValue());
            }
        }
        if (A_WEB_PAGE.matcher(beginning).lookingAt()) {
            throw new UnreadableSheet(Why.IT_IS_A_WEB_PAGE);
        }
        if (beginning.startsWith(OLE)) {
            throw new UnreadableSheet(old(file));
        }
        return beginning.startsWith(ZIP) ? WORKBOOK : TEXT;
    }

    /// The directory may lie anywhere in it.
    private static Why old(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var before = "";
            for (var block = next(in); !block.isEmpty(); block = next(in)) {
                var text = before + block;
                if (text.contains(LOCKED)) {
                    return Why.IT_IS_A_LOCKED_WORKBOOK;
                }
                if (text.contains(WORD)) {
                    return Why.IT_IS_ANOTHER_OFFICE_DOCUMENT;
                }
                before = block.substring(Math.max(0, block.length() - LOCKED.length()));
            }
        }
        return Why.IT_IS_AN_OLD_WORKBOOK;
    }

    private static String next(InputStream in) throws IOException {
        return new String(in.readNBytes(BLOCK), StandardCharsets.ISO_8859_1);
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
