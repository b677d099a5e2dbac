package dev.skillladder.catalog.exchange.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.skillladder.catalog.exchange.Exported;
import dev.skillladder.catalog.exchange.Format;
import dev.skillladder.catalog.exchange.FrameworkReader;
import dev.skillladder.catalog.exchange.FrameworkWriter;
import dev.skillladder.catalog.exchange.Part;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.exchange.csv.CsvText;
import dev.skillladder.catalog.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One table as CSV: UTF-8, on output with a byte order mark, which spreadsheets need to show Chinese. */
@Component
class CsvTables implements FrameworkReader, FrameworkWriter {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public void write(Exported exported, OutputStream file) throws IOException {
        Table table = table(exported.part());
        file.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(table.columns().stream().map(Column::header).toList());
            table.rows(exported.document())
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(CsvTables::cell).toList()));
        }
    }

    private static String cell(@Nullable Object value) {
        return value instanceof String text ? FormulaGuard.guarded(text) : Objects.toString(value, "");
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        ReadTable table = new ReadTable(table(upload.part()), sketch, reading, upload.name(), null);
        CsvText.read(
                upload,
                (number, cells) -> table.row(
                        number, cells.stream().map(FormulaGuard::plain).toList()));
    }

    private static Table table(@Nullable Part part) {
        if (part == null) {
            throw Refusal.badRequest(
                    "part-missing", "CSV holds one kind: add part=skills, behaviours or requirements.");
        }
        return Table.all().stream()
                .filter(table -> table.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table for " + part));
    }
}
