package dev.skillladder.assessment.level;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads where one person stands and stood. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}")
class LevelController {

    private final Levels levels;
    private final LevelHistory history;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    LevelController(Levels levels, LevelHistory history, Access access, Blindness blindness, Clock clock) {
        this.levels = levels;
        this.history = history;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @GetMapping("/level")
    LevelAnswer level(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        access.requireRead(caller, engineer);
        LocalDate today = today();
        LocalDate day = asOf == null ? today : asOf;
        if (day.isAfter(today.plusYears(1))) {
            throw new BadRequest("asOf lies more than a year ahead; ask for a day up to " + today.plusYears(1) + ".");
        }
        PersonAt person = levels.at(List.of(engineer), day, knownAt, blindness.of(caller, engineer))
                .get(engineer);
        if (person == null) {
            throw new NotFound(
                    "This person has no role of a known framework on %s, as far as was known then.".formatted(day)
                            + " HR assigns roles in the person's profile.");
        }
        return LevelAnswer.of(person);
    }

    /** Newest first; {@code after} is the last day of the page before. */
    @GetMapping("/history")
    Page<HistoryPoint> history(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable LocalDate after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        List<HistoryPoint> older = history.of(engineer, today(), blindness.of(caller, engineer)).stream()
                .filter(point -> after == null || point.day().isBefore(after))
                .sorted(Comparator.comparing(HistoryPoint::day).reversed())
                .toList();
        List<HistoryPoint> page = older.stream().limit(Page.limit(limit)).toList();
        return new Page<>(page, older.size() > limit ? page.getLast().day().toString() : null);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
