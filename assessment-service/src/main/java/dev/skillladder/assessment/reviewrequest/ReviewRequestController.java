package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for reviews, and takes what the people asked reply. */
@RestController
@RequestMapping("/api/assessments/review-requests")
class ReviewRequestController {

    private final AskForReviews ask;
    private final ReplyToRequest reply;
    private final ReviewRequests requests;
    private final Access access;
    private final OnlyOnce onlyOnce;
    private final Clock clock;

    ReviewRequestController(
            AskForReviews ask,
            ReplyToRequest reply,
            ReviewRequests requests,
            Access access,
            OnlyOnce onlyOnce,
            Clock clock) {
        this.ask = ask;
        this.reply = reply;
        this.requests = requests;
        this.access = access;
        this.onlyOnce = onlyOnce;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asked ask(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewReviewRequest given) {
        return onlyOnce.answer(
                caller, key, "review-requests", given, Asked.class, () -> new Asked(ask.ask(caller, given)));
    }

    @GetMapping
    Page<ReviewRequest> list(
            Caller caller,
            @RequestParam(required = false) ReviewRequest.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                requests.askedOf(
                        access.requireEngineer(caller),
                        state,
                        LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                        Cursor.of(after),
                        Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.requestedAt(), last.id()));
    }

    @GetMapping("/{id}")
    ReviewRequest read(Caller caller, @PathVariable UUID id) {
        return reply.read(caller, id);
    }

    @GetMapping("/{id}/history")
    History history(Caller caller, @PathVariable UUID id) {
        return new History(reply.history(caller, id));
    }

    @PostMapping("/{id}/accept")
    ReviewRequest accept(Caller caller, @PathVariable UUID id) {
        return reply.accept(caller, id);
    }

    @PostMapping("/{id}/decline")
    ReviewRequest decline(Caller caller, @PathVariable UUID id, @RequestBody Reason given) {
        return reply.decline(caller, id, given.reason());
    }

    @PostMapping("/{id}/delegate")
    ReviewRequest delegate(Caller caller, @PathVariable UUID id, @RequestBody Handover given) {
        return reply.delegate(caller, id, given.delegate(), given.reason());
    }

    /** The requests that are open now. */
    record Asked(List<ReviewRequest> items) {

        Asked {
            items = List.copyOf(items);
        }
    }

    /** What was done with a request, newest first. */
    record History(List<RequestChange> items) {

        History {
            items = List.copyOf(items);
        }
    }

    /** Who reviews in the manager's place, and why. */
    record Handover(@Nullable UUID delegate, @Nullable String reason) {}
}
