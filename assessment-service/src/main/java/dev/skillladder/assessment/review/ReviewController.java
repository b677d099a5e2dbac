package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.contract.assessment.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/assessments/reviews")
class ReviewController {

    private final SubmitReview submit;
    private final CorrectReview correct;
    private final WithdrawReview withdraw;
    private final FindReviews find;
    private final OnlyOnce onlyOnce;

    ReviewController(
            SubmitReview submit, CorrectReview correct, WithdrawReview withdraw, FindReviews find, OnlyOnce onlyOnce) {
        this.submit = submit;
        this.correct = correct;
        this.withdraw = withdraw;
        this.find = find;
        this.onlyOnce = onlyOnce;
    }

    @Operation(
            summary = "Submit a review, or an array of at most 100: all of them or none",
            description = "One review answers itself with its ETag. An array answers an array in the same order; its"
                    + " reviews are of different people or kinds, and pointers in errors begin with the position.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(oneOf = {NewReview.class, NewReview[].class}))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(oneOf = {Review.class, Review[].class})))
    @PostMapping
    ResponseEntity<?> submit(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody GivenReviews given) {
        return given.array()
                ? all(caller, key, given.reviews())
                : one(caller, key, given.reviews().getFirst());
    }

    private ResponseEntity<Review> one(Caller caller, @Nullable String key, NewReview given) {
        Review review =
                onlyOnce.answer(caller, key, "reviews", given, Review.class, () -> submit.submit(caller, given));
        return ResponseEntity.created(URI.create("/api/assessments/reviews/" + review.id()))
                .eTag(IfMatch.etag(review.revision()))
                .body(review);
    }

    private ResponseEntity<List<Review>> all(Caller caller, @Nullable String key, List<NewReview> given) {
        Submitted submitted = onlyOnce.answer(
                caller, key, "reviews", given, Submitted.class, () -> new Submitted(submit.submitAll(caller, given)));
        return ResponseEntity.status(HttpStatus.CREATED).body(submitted.reviews());
    }

    /** What is kept of an array for a repeated request. */
    record Submitted(List<Review> reviews) {}

    @GetMapping
    Page<Review> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return find.page(caller, subject, kind, Cursor.of(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    ResponseEntity<Review> read(Caller caller, @PathVariable UUID id) {
        return answer(find.one(caller, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<Review> correct(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Correction given) {
        return answer(correct.correct(caller, id, ifMatch, given));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Void> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Withdrawal why) {
        withdraw.withdraw(caller, id, ifMatch, why);
        return ResponseEntity.noContent().build();
    }

    /** Newest first; {@code after} is the last revision of the page before. */
    @GetMapping("/{id}/revisions")
    Page<Revision> revisions(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        return find.revisions(caller, id, after, Page.limit(limit));
    }

    private static ResponseEntity<Review> answer(Review review) {
        return ResponseEntity.ok().eTag(IfMatch.etag(review.revision())).body(review);
    }
}
