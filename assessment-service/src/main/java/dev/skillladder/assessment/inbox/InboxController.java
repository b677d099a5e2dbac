package dev.skillladder.assessment.inbox;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own inbox; there is no way to another's. */
@RestController
@RequestMapping("/api/assessments/inbox")
class InboxController {

    private final Notices notices;
    private final Preferences preferences;
    private final Access access;
    private final Clock clock;

    InboxController(Notices notices, Preferences preferences, Access access, Clock clock) {
        this.notices = notices;
        this.preferences = preferences;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    InboxPage list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UUID reader = access.requireEngineer(caller);
        Page<Notice> page = Page.of(
                notices.page(reader, unread, Cursor.of(after), Page.limit(limit) + 1),
                limit,
                notice -> new Cursor(notice.toldAt(), notice.id()));
        return new InboxPage(page.items(), page.next(), notices.unread(reader));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Caller caller, @PathVariable UUID id) {
        if (!notices.read(access.requireEngineer(caller), id, clock.instant())) {
            throw new NotFound("There is no notice with this id in your inbox.");
        }
    }

    /** All, or those up to the moment at which the page was read, so that none is missed that came since. */
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(Caller caller, @RequestParam(required = false) @Nullable Instant until) {
        Instant now = clock.instant();
        notices.readAll(access.requireEngineer(caller), until == null ? now : until, now);
    }

    @GetMapping("/preferences")
    Preference preference(Caller caller) {
        return preferences.of(access.requireEngineer(caller));
    }

    @PutMapping("/preferences")
    Preference prefer(Caller caller, @RequestBody Preference wanted) {
        UUID engineer = access.requireEngineer(caller);
        if (wanted.language() == null || wanted.mail() == null) {
            List<FieldError> errors = new ArrayList<>();
            if (wanted.language() == null) {
                errors.add(new FieldError("/language", "Choose ZH, EN or BOTH."));
            }
            if (wanted.mail() == null) {
                errors.add(new FieldError("/mail", "Say true or false."));
            }
            throw new BadInput(errors);
        }
        preferences.set(engineer, wanted.language(), wanted.mail());
        return wanted;
    }

    /**
     * Part of an inbox.
     *
     * @param unread how many in all are unread
     */
    record InboxPage(List<Notice> items, @Nullable String next, int unread) {}
}
