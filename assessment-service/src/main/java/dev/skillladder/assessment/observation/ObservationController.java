package dev.skillladder.assessment.observation;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.request.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one person's log. */
@RestController
class ObservationController {

    private final LogPages pages;
    private final Access access;
    private final Blindness blindness;

    ObservationController(LogPages pages, Access access, Blindness blindness) {
        this.pages = pages;
        this.access = access;
        this.blindness = blindness;
    }

    @GetMapping("/api/assessments/engineers/{engineer}/observations")
    Page<LoggedItem> observations(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        return pages.page(engineer, blindness.of(caller, engineer), after, Page.limit(limit));
    }
}
