package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.problem.PreconditionMissing;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.review.Review;
import dev.skillladder.contract.assessment.Kind;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own drafts; nobody else reads them. */
@RestController
@RequestMapping("/api/assessments/review-drafts")
class DraftController {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Drafts drafts;
    private final SaveDraft save;
    private final EndDraft end;
    private final Access access;
    private final OnlyOnce onlyOnce;

    DraftController(Drafts drafts, SaveDraft save, EndDraft end, Access access, OnlyOnce onlyOnce) {
        this.drafts = drafts;
        this.save = save;
        this.end = end;
        this.access = access;
        this.onlyOnce = onlyOnce;
    }

    @GetMapping
    Page<DraftItem> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                drafts.of(access.requireEngineer(caller), Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.updatedAt(), last.subject()));
    }

    @GetMapping("/{subject}/{kind}")
    ResponseEntity<Draft> read(Caller caller, @PathVariable UUID subject, @PathVariable Kind kind) {
        return answer(drafts.find(new DraftKey(access.requireEngineer(caller), subject, kind))
                .orElseThrow(() -> new NotFound("You have no draft about this person; the first save begins one.")));
    }

    /** {@code If-Match} is the ETag that was read, {@code "0"} for no draft. */
    @PatchMapping("/{subject}/{kind}")
    ResponseEntity<Draft> save(
            Caller caller,
            @PathVariable UUID subject,
            @PathVariable Kind kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DraftPatch patch) {
        return answer(save.save(caller, subject, kind, base(ifMatch), patch));
    }

    @DeleteMapping("/{subject}/{kind}")
    ResponseEntity<Void> discard(
            Caller caller,
            @PathVariable UUID subject,
            @PathVariable Kind kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        end.discard(caller, subject, kind, base(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{subject}/{kind}/submission")
    ResponseEntity<Review> submit(
            Caller caller,
            @PathVariable UUID subject,
            @PathVariable Kind kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        long base = base(ifMatch);
        Review review = onlyOnce.answer(
                caller,
                key,
                "review-drafts/%s/%s/submission".formatted(subject, kind),
                base,
                Review.class,
                () -> end.submit(caller, subject, kind, base));
        return ResponseEntity.created(URI.create("/api/assessments/reviews/" + review.id()))
                .eTag(IfMatch.etag(review.revision()))
                .body(review);
    }

    private static long base(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionMissing("Send the ETag of the draft you read as If-Match, \"0\" if there was none.");
        }
        Matcher etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw new BadRequest("If-Match is an ETag of this draft, or \"0\" for no draft.");
        }
        return Long.parseLong(etag.group(1));
    }

    private static ResponseEntity<Draft> answer(Draft draft) {
        return ResponseEntity.ok().eTag(IfMatch.etag(draft.revision())).body(draft);
    }
}
