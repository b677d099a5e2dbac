package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/assessments/review-requests")
class ReviewRequestController {

    private final AskPeers ask;
    private final ReviewRequests requests;
    private final Access access;
    private final OnlyOnce onlyOnce;

    ReviewRequestController(AskPeers ask, ReviewRequests requests, Access access, OnlyOnce onlyOnce) {
        this.ask = ask;
        this.requests = requests;
        this.access = access;
        this.onlyOnce = onlyOnce;
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
                requests.askedOf(access.requireEngineer(caller), state, Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.requestedAt(), last.id()));
    }

    /** The requests that are open now. */
    record Asked(List<ReviewRequest> items) {

        Asked {
            items = List.copyOf(items);
        }
    }
}
