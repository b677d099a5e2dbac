package dev.skillladder.assessment.nextlevel;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.engine.ShortestPath.Ranking;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way up, for the person, managers above and HR. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}")
class NextLevelController {

    private final FindNextLevel find;
    private final AskWhatIf ask;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    NextLevelController(FindNextLevel find, AskWhatIf ask, Access access, Blindness blindness, Clock clock) {
        this.find = find;
        this.ask = ask;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @Operation(
            summary = "The smallest sets of skills whose raise leads to the next level",
            description = "Up to three sets of the same, smallest size, ranked by effort or by the person's stated"
                    + " interest. exact says whether it is proved that nothing smaller exists. Each set was given to"
                    + " the engine, which answered the level.")
    @GetMapping("/next-level")
    NextLevel nextLevel(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String level,
            @RequestParam(defaultValue = "EFFORT") Ranking rank) {
        access.requireRead(caller, engineer);
        return find.find(engineer, today(), level, rank, blindness.of(caller, engineer));
    }

    @Operation(
            summary = "What would be if these skills were at least at these values; stores nothing",
            description = "As if everybody who speaks about such a skill, a manager among them, said it today;"
                    + " computed by the engine that computes levels.")
    @PostMapping("/what-if")
    WhatIfAnswer whatIf(Caller caller, @PathVariable UUID engineer, @RequestBody AskWhatIf.Question question) {
        access.requireRead(caller, engineer);
        return ask.ask(engineer, today(), question, blindness.of(caller, engineer));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
