package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Looks through a workbook once before anything of it is kept: how much it unpacks to, whether its XML declares anything,
 * how far to the right and down its cells lie. The reader after it trusts all three.
 */
final class WorkbookCheck {

    private static final int MOST_ENTRIES = 1_000;

    /** Of all entries together, counted while unpacking: what an archive says of itself may be a lie. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    /** Texts that several cells share are held in memory. */
    private static final long MOST_SHARED_TEXT = 48L * 1024 * 1024;

    /** Real workbooks unpack to some ten or twenty times their size. */
    private static final int MOST_RATIO = 100;

    /** From here on the ratio counts: small files of blanks compress better. */
    private static final long RATIO_FROM = 1024 * 1024;

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_TEXT = 100_000;

    private static final XMLInputFactory XML = xml();

    private final Upload upload;
    private long unpacked;

    private WorkbookCheck(Upload upload) {
        this.upload = upload;
    }

    static WorkbookCheck of(Upload upload) {
        return new WorkbookCheck(upload);
    }

    void refuseUnsafe() throws IOException {
        try (ZipFile archive = new ZipFile(upload.content().toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw unsafe("it has more than %,d parts".formatted(MOST_ENTRIES));
            }
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = new Unpacking(archive.getInputStream(entry), entry)) {
                    check(entry.getName(), content);
                }
            }
        } catch (ZipException | XMLStreamException | IllegalArgumentException broken) {
            throw unreadable(upload);
        }
    }

    static Refusal unreadable(Upload upload) {
        return Refusal.badRequest(
                "unreadable-file", upload.name() + " is not a workbook (.xlsx). Save it as one and send it again.");
    }

    private void check(String name, InputStream content) throws IOException, XMLStreamException {
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
            xml(content);
        } else {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void xml(InputStream content) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(content);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw unsafe("its XML declares entities");
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                place(reader.getAttributeValue(null, "r"));
            }
            if (event == XMLStreamConstants.CHARACTERS && reader.getTextLength() > LONGEST_TEXT) {
                throw unsafe("a cell has more than %,d characters".formatted(LONGEST_TEXT));
            }
        }
        reader.close();
    }

    /** A cell's address such as {@code AB12}; readers make room for every cell to its left. */
    private void place(@Nullable String address) {
        if (address == null) {
            return;
        }
        int column = 0;
        for (int index = 0; index < address.length() && Character.isLetter(address.charAt(index)); index++) {
            column = column * 26 + Character.toUpperCase(address.charAt(index)) - 'A' + 1;
            if (column > MOST_COLUMNS || column < 0) {
                throw unsafe("it has cells beyond column %d".formatted(MOST_COLUMNS));
            }
        }
    }

    private Refusal unsafe(String what) {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unsafe-file",
                "%s is not read: %s. Save a plain workbook with the three sheets only.".formatted(upload.name(), what));
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Counts what comes out of an entry. */
    private final class Unpacking extends FilterInputStream {

        private final ZipEntry entry;
        private long bytes;

        Unpacking(InputStream content, ZipEntry entry) {
            super(content);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            bytes += more;
            unpacked += more;
            boolean suspicious = bytes > RATIO_FROM && bytes > MOST_RATIO * Math.max(1, entry.getCompressedSize());
            boolean shared = entry.getName().endsWith("sharedStrings.xml") && bytes > MOST_SHARED_TEXT;
            if (unpacked > MOST_BYTES || suspicious || shared) {
                throw unsafe("it unpacks to far more than a framework needs");
            }
        }
    }
}
