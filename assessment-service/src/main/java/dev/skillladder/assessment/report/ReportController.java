package dev.skillladder.assessment.report;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.FormatNotAvailable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/reports/levels}: HR. */
@RestController
class ReportController {

    private final WriteLevelReport report;
    private final Access access;
    private final Clock clock;

    ReportController(WriteLevelReport report, Access access, Clock clock) {
        this.report = report;
        this.access = access;
        this.clock = clock;
    }

    @Operation(
            summary = "The level report as CSV, one row per person who works here, by employee number",
            description =
                    "format: csv; lang: zh or en for headers, names and teams. Texts that a spreadsheet could run as"
                            + " a formula start with an apostrophe.")
    @GetMapping("/api/reports/levels")
    void levels(
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(defaultValue = "en") String lang,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        access.requireRole(caller, "hr");
        if (!format.equals("csv")) {
            throw new FormatNotAvailable("format", format, "csv");
        }
        var language = language(lang);
        var day = asOf == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : asOf;
        var first = report.first(day, team);
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"levels-" + day + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var to = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        report.write(to, first, day, knownAt, team, language);
        to.flush();
    }

    private static Language language(String lang) {
        return switch (lang) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new FormatNotAvailable("lang", lang, "zh, en");
        };
    }
}
