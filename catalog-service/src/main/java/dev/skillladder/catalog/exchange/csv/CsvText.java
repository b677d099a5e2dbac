package dev.skillladder.catalog.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.problem.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads CSV row by row. */
public final class CsvText {

    private static final int MOST_COLUMNS = 100;

    /** Characters: more than any description, and what keeps an unclosed quote from filling the memory. */
    private static final int LONGEST_CELL = 100_000;

    private static final int LONGEST_ROW = 1_000_000;

    /** Characters of the header that are looked at for its separator. */
    private static final int LONGEST_HEADER = 10_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /** Hands over every row with the line it begins on, from 1. */
    public static void read(Upload upload, Row row) throws IOException {
        try (BufferedReader text = text(upload.open());
                CsvReader<CsvRecord> csv = rows(text)) {
            for (CsvRecord each : csv) {
                row.on(Math.toIntExact(each.getStartingLineNumber()), each.getFields());
            }
        } catch (CharacterCodingException notUtf8) {
            throw notUtf8(upload);
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw notUtf8(upload);
            }
            throw unreadable;
        } catch (CsvParseException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw notUtf8(upload);
            }
            throw Refusal.badRequest(
                    "unreadable-file",
                    "%s is not CSV as this service reads it (at most %d columns, cells of %,d characters): %s"
                            .formatted(upload.name(), MOST_COLUMNS, LONGEST_CELL, reason(unreadable)));
        }
    }

    private static String reason(CsvParseException unreadable) {
        Throwable cause = unreadable.getCause();
        return unreadable.getMessage() + (cause == null ? "" : " " + cause.getMessage());
    }

    private static BufferedReader text(InputStream content) {
        return new BufferedReader(new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static CsvReader<CsvRecord> rows(BufferedReader text) throws IOException {
        skipByteOrderMark(text);
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        text);
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** The one of three that stands most often outside quotes in the first line. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int next = text.read();
            if (next < 0 || (next == '\n' && !quoted)) {
                break;
            }
            quoted ^= next == '"';
            int separator = quoted ? -1 : ",;\t".indexOf(next);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        text.reset();
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private static Refusal notUtf8(Upload upload) {
        return Refusal.badRequest(
                "unreadable-file", upload.name() + " is not UTF-8. Save it as “CSV UTF-8” and send it again.");
    }

    /** Takes one row. */
    public interface Row {

        void on(int number, List<String> cells);
    }
}
