package org.anchang.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.anchang.kit.sheet.UnreadableSheet.Why;

/// An XLSX workbook. Its texts are listed apart from its rows and stay in memory, each once; so do its formats and
/// what is merged. How much there may be of each is bounded.
final class Workbook implements Book {
    /// All that is inflated of it, its sheets twice: 100,000 rows with all columns are a quarter of it.
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_SHEETS = 255;
    private static final int MOST_TEXTS = 300_000;
    private static final int MOST_CHARACTERS = 6_000_000;
    private static final int LONGEST_DIRECTORY = 1 << 20;
    private static final int END_OF_DIRECTORY = 22;
    private static final int LONGEST_END = END_OF_DIRECTORY + (1 << 16);

    private record Sheet(Tab tab, String part) {}

    private record Relation(String id, String type, String target) {}

    private final ZipFile zip;
    private final AtomicLong budget = new AtomicLong(MOST_BYTES);
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> parts = new HashMap<>();
    private List<String> texts = List.of();
    private Formats formats = Formats.NONE;
    private boolean countsFrom1904;

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    /// @throws UnreadableSheet where it is another kind of document, is damaged or too large
    static Workbook open(Path file) throws IOException {
        mustHaveFewEntries(file);
        try {
            var workbook = new Workbook(new ZipFile(file.toFile()));
            try {
                workbook.read();
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
            return workbook;
        } catch (ZipException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    @Override
    public List<Tab> tabs() {
        return sheets.stream().map(Sheet::tab).toList();
    }

    /// Twice: what is merged stands behind the rows.
    @Override
    public Rows rows(int tab) throws IOException {
        var part = sheets.get(tab).part();
        Merged merged;
        try (var first = part(part)) {
            merged = Merged.in(first);
        }
        return new SheetRows(part(part), new SheetRows.Shared(texts, formats, countsFrom1904), merged);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void read() throws IOException {
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName();
            parts.put(key(name), name);
        }
        var main = related("", "officeDocument", "xl/workbook.xml");
        if (!parts.containsKey(key(main)) || !main.endsWith(".xml")) {
            throw new UnreadableSheet(kind());
        }
        var targets = new HashMap<String, String>();
        relations(main).forEach(relation -> targets.put(relation.id(), relation.target()));
        try (var workbook = part(main)) {
            if (!workbook.find("workbook")) {
                throw new UnreadableSheet(kind());
            }
            while (workbook.next()) {
                if (workbook.begins("workbookPr")) {
                    countsFrom1904 = workbook.isSaid("date1904");
                } else if (workbook.begins("sheet")) {
                    add(workbook, targets);
                }
            }
        }
        var styles = related(main, "styles", "xl/styles.xml");
        if (parts.containsKey(key(styles))) {
            try (var part = part(styles)) {
                formats = Formats.in(part);
            }
        }
        var shared = related(main, "sharedStrings", "xl/sharedStrings.xml");
        if (parts.containsKey(key(shared))) {
            try (var part = part(shared)) {
                texts = texts(part);
            }
        }
    }

    private String related(String part, String type, String otherwise) throws IOException {
        return relations(part).stream()
                .filter(relation -> relation.type().endsWith("/" + type))
                .map(Relation::target)
                .findFirst()
                .orElse(otherwise);
    }

    /// @param part empty for the archive as a whole
    private List<Relation> relations(String part) throws IOException {
        int name = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, name);
        var file = folder + "_rels/" + part.substring(name) + ".rels";
        var relations = new ArrayList<Relation>();
        if (parts.containsKey(key(file))) {
            try (var said = part(file)) {
                while (said.find("Relationship") && relations.size() < MOST_ENTRIES) {
                    var target = String.valueOf(said.attribute("Target"));
                    relations.add(new Relation(
                            String.valueOf(said.attribute("Id")),
                            String.valueOf(said.attribute("Type")),
                            target.startsWith("/") ? target.substring(1) : folder + target.replaceFirst("^\\./", "")));
                }
            }
        }
        return relations;
    }

    private void add(Part workbook, Map<String, String> targets) {
        var part = targets.get(String.valueOf(workbook.attribute("id")));
        var name = workbook.attribute("name");
        if (part == null || name == null || !parts.containsKey(key(part)) || sheets.size() == MOST_SHEETS) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
        var state = workbook.attribute("state");
        sheets.add(new Sheet(new Tab(name, "hidden".equals(state) || "veryHidden".equals(state)), part));
    }

    private static List<String> texts(Part shared) {
        var texts = new ArrayList<String>();
        int characters = 0;
        while (shared.find("si")) {
            var text = shared.item("si");
            characters += text.length();
            if (texts.size() == MOST_TEXTS || characters > MOST_CHARACTERS) {
                throw new UnreadableSheet(Why.ITS_TEXTS_ARE_TOO_MANY);
            }
            texts.add(text);
        }
        return texts;
    }

    private Part part(String name) throws IOException {
        var entry = zip.getEntry(parts.getOrDefault(key(name), name));
        if (entry == null) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
        return new Part(opened(entry), budget);
    }

    private InputStream opened(ZipEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (ZipException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    /// Of an archive that has no workbook in XML.
    private Why kind() {
        if (parts.containsKey("xl/workbook.bin")) {
            return Why.IT_IS_A_BINARY_WORKBOOK;
        }
        var isDocument = parts.containsKey("[content_types].xml")
                || parts.containsKey("mimetype")
                || parts.keySet().stream().anyMatch(name -> name.startsWith("index/"));
        return isDocument ? Why.IT_IS_ANOTHER_OFFICE_DOCUMENT : Why.IT_IS_AN_ARCHIVE;
    }

    /// Offices' programs do not agree about capitals in names.
    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    /// The directory of an archive is read into memory as a whole, so its end is looked at before.
    private static void mustHaveFewEntries(Path file) throws IOException {
        try (var archive = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(archive.length(), LONGEST_END);
            var end = new byte[length];
            archive.seek(archive.length() - length);
            archive.readFully(end);
            var bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_OF_DIRECTORY; at >= 0; at--) {
                if (bytes.getInt(at) == 0x06054B50) {
                    int entries = Short.toUnsignedInt(bytes.getShort(at + 10));
                    long directory = Integer.toUnsignedLong(bytes.getInt(at + 12));
                    if (entries > MOST_ENTRIES || directory > LONGEST_DIRECTORY) {
                        throw new UnreadableSheet(Why.IT_IS_TOO_LARGE);
                    }
                    return;
                }
            }
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
    }
}
