package dev.skillladder.assessment.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.report.ReportPeople.ReportPerson;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the report as CSV: UTF-8 with a byte order mark, which spreadsheets need for Chinese, and CRLF as in RFC 4180. Only
 * one batch is in memory, and no database connection is held while the reader takes its time.
 */
@Component
class WriteLevelReport {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLevelReport.class);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BATCH = 1_000;

    private final ReportPeople people;
    private final Levels levels;

    WriteLevelReport(ReportPeople people, Levels levels) {
        this.people = people;
        this.levels = levels;
    }

    /** The first batch; asked for before anything is written, so that a failure can still be answered properly. */
    List<ReportPerson> first(LocalDate asOf, @Nullable UUID team) {
        return people.after(ReportPeople.START, BATCH, asOf, team);
    }

    void write(
            Writer to,
            List<ReportPerson> first,
            LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable UUID team,
            Language language)
            throws IOException {
        to.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
        csv.writeRecord(language.headers());
        try {
            var batch = first;
            while (!batch.isEmpty()) {
                write(csv, batch, asOf, knownAt, language);
                csv.flush();
                batch = batch.size() < BATCH ? List.of() : people.after(batch.getLast(), BATCH, asOf, team);
            }
        } catch (RuntimeException failure) {
            LOG.error("the level report of {} broke off", asOf, failure);
            csv.writeRecord(language.incomplete());
        }
        csv.flush();
    }

    private void write(
            CsvWriter csv, List<ReportPerson> batch, LocalDate asOf, @Nullable Instant knownAt, Language language) {
        var standing = levels.at(batch.stream().map(ReportPerson::engineer).toList(), asOf, knownAt);
        for (var person : batch) {
            csv.writeRecord(row(person, standing.get(person.engineer()), asOf, language));
        }
    }

    private static List<String> row(
            ReportPerson person, @Nullable PersonAt standing, LocalDate asOf, Language language) {
        var number = SpreadsheetText.of(person.employeeNumber());
        var name = SpreadsheetText.of(language.of(person.name()));
        var teams = SpreadsheetText.of(language.of(person.teams()));
        if (standing == null) {
            return List.of(number, name, teams, "", "", "", "", "", "", "", asOf.toString(), "", "", "", "");
        }
        var result = standing.result();
        return List.of(
                number,
                name,
                teams,
                standing.role(),
                text(result.confirmed()),
                text(result.verified()),
                text(result.possible()),
                text(result.pLow()),
                text(result.pHigh()),
                result.state().name(),
                asOf.toString(),
                standing.framework(),
                Integer.toString(standing.version()),
                language.override(standing.isOverride()),
                standing.computedAt().toString());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
