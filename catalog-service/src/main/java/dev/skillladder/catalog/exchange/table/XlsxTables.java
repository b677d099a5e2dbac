package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Exported;
import dev.skillladder.catalog.exchange.Format;
import dev.skillladder.catalog.exchange.FrameworkReader;
import dev.skillladder.catalog.exchange.FrameworkWriter;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All tables as a workbook, one sheet each, named in either language; sheets it does not know are left alone. */
@Component
class XlsxTables implements FrameworkReader, FrameworkWriter {

    private static final int ROWS_IN_MEMORY = 1_000;

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public void write(Exported exported, OutputStream file) throws IOException {
        try (Workbook workbook = new Workbook(file, "Skill Ladder", "1.0")) {
            for (Table table : Table.all()) {
                write(workbook.newWorksheet(table.part().query()), table, exported);
            }
        }
    }

    private static void write(Worksheet sheet, Table table, Exported exported) throws IOException {
        List<Column> columns = table.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(0, column, columns.get(column).header());
        }
        sheet.freezePane(0, 1);
        int number = 1;
        Iterator<List<@Nullable Object>> rows = table.rows(exported.document()).iterator();
        while (rows.hasNext()) {
            List<@Nullable Object> row = rows.next();
            for (int column = 0; column < row.size(); column++) {
                write(sheet, number, column, row.get(column));
            }
            if (number % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
            number++;
        }
        sheet.finish();
    }

    /** Inline texts are never formulas, whatever they begin with. */
    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof String text && !text.isEmpty()) {
            sheet.inlineString(row, column, text);
        }
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        WorkbookCheck.of(upload).refuseUnsafe();
        try (ReadableWorkbook workbook = new ReadableWorkbook(upload.content().toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            boolean any = false;
            for (Table table : Table.all()) {
                Optional<Sheet> sheet = sheets.stream()
                        .filter(each -> isNamed(each.getName(), table))
                        .findFirst();
                if (sheet.isPresent()) {
                    any = true;
                    read(
                            sheet.get(),
                            new ReadTable(
                                    table,
                                    sketch,
                                    reading,
                                    upload.name(),
                                    sheet.get().getName()));
                }
            }
            refuseWithoutSheets(any, upload);
        } catch (ExcelReaderException unreadable) {
            throw WorkbookCheck.unreadable(upload);
        }
    }

    private static boolean isNamed(String name, Table table) {
        return name.strip().equalsIgnoreCase(table.part().query())
                || name.strip().equals(table.chineseName());
    }

    private static void refuseWithoutSheets(boolean any, Upload upload) {
        if (!any) {
            throw Refusal.badRequest(
                    "header-missing",
                    upload.name()
                            + " has none of the sheets skills (技能), behaviours (行为), requirements (要求). Name them so.");
        }
    }

    private static void read(Sheet sheet, ReadTable table) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(row -> read(row, table));
        }
    }

    private static void read(Row row, ReadTable table) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            if (cell != null && (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR)) {
                table.refuse(
                        row.getRowNum(),
                        column + 1,
                        "The cell holds a formula or an error. Paste its value instead (paste special, values).");
                return;
            }
            cells.add(cell == null ? "" : text(cell));
        }
        table.row(row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> Boolean.toString(Boolean.TRUE.equals(cell.asBoolean()));
            case STRING -> cell.asString();
            case EMPTY, FORMULA, ERROR -> "";
        };
    }
}
