package org.anchang.kit.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.anchang.kit.sheet.UnreadableSheet.Why;
import org.jspecify.annotations.Nullable;

/// A part of a workbook, read as a stream. What it inflates to is counted, whatever the archive says; so is what
/// the parser has to hold: a name, a text or an attribute without end, and names, each of which it remembers.
final class Part implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1 << 20;
    private static final int MOST_NAMES = 2_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XMLStreamReader xml;
    private final Counted in;
    private final Set<String> names = new HashSet<>();

    /// @param budget bytes that may still be inflated of the workbook
    Part(InputStream in, AtomicLong budget) {
        this.in = new Counted(in, budget);
        try {
            xml = factory().createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    /// Goes to the next beginning or end of an element.
    ///
    /// @return false behind the last
    boolean next() {
        try {
            while (xml.hasNext()) {
                int event = advance();
                if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && element.equals(xml.getLocalName());
    }

    boolean ends(String element) {
        return xml.isEndElement() && element.equals(xml.getLocalName());
    }

    /// Goes to the next element of that name.
    boolean find(String element) {
        while (next()) {
            if (begins(element)) {
                return true;
            }
        }
        return false;
    }

    /// @return null where it has none
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean isSaid(String name) {
        var said = attribute(name);
        return "1".equals(said) || "true".equals(said);
    }

    int number(String name, int otherwise) {
        var said = attribute(name);
        if (said == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(said);
        } catch (NumberFormatException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    /// The text from here to the end of the element, added to what is there already, up to [Book#LONGEST].
    void text(StringBuilder text) {
        try {
            int depth = 1;
            while (depth > 0 && xml.hasNext()) {
                switch (advance()) {
                    case XMLStreamReader.START_ELEMENT -> depth++;
                    case XMLStreamReader.END_ELEMENT -> depth--;
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                        int room = Math.min(Book.LONGEST - text.length(), xml.getTextLength());
                        if (room > 0) {
                            text.append(xml.getTextCharacters(), xml.getTextStart(), room);
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK, e);
        }
    }

    /// The text of a string item, its runs one after the other; what phonetic guides say is not part of it.
    String item(String element) {
        var text = new StringBuilder();
        while (next() && !ends(element)) {
            if (begins("t")) {
                text(text);
            } else if (begins("rPh")) {
                text(new StringBuilder());
            }
        }
        return decoded(text);
    }

    /// Workbooks write what XML cannot have as `_x000D_`.
    static String decoded(CharSequence text) {
        return ESCAPED.matcher(text)
                .replaceAll(one -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(one.group(1), 16))));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException _) {
            // Nothing is read from it any more.
        }
    }

    private int advance() throws XMLStreamException {
        int event = xml.next();
        in.pieces = 0;
        if (event == XMLStreamReader.START_ELEMENT) {
            names.add(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                names.add(xml.getAttributeLocalName(i));
            }
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                names.add(String.valueOf(xml.getNamespacePrefix(i)));
            }
        } else if (event == XMLStreamReader.PROCESSING_INSTRUCTION) {
            names.add(xml.getPITarget());
        } else if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
        if (names.size() > MOST_NAMES) {
            throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
        }
        return event;
    }

    /// One for each part: it keeps the names that it has read.
    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong budget;
        private int pieces;

        Counted(InputStream in, AtomicLong budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            pieces += bytes;
            if (pieces > MOST_AT_ONCE) {
                throw new UnreadableSheet(Why.IT_IS_A_DAMAGED_WORKBOOK);
            }
            if (budget.addAndGet(-bytes) < 0) {
                throw new UnreadableSheet(Why.IT_IS_TOO_LARGE);
            }
        }
    }
}
