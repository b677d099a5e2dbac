package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.reviewdraft.DraftKey;
import dev.skillladder.assessment.reviewdraft.MayReview;
import dev.skillladder.contract.assessment.Kind;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/assessments/review-forms/{subject}/{kind}}: for whoever may submit such a review. */
@RestController
class FormController {

    private final FindForm find;
    private final Access access;
    private final MayReview mayReview;

    FormController(FindForm find, Access access, MayReview mayReview) {
        this.find = find;
        this.access = access;
        this.mayReview = mayReview;
    }

    /** The ETag is the draft's, {@code "0"} if there is none: what the first save sends as {@code If-Match}. */
    @GetMapping("/api/assessments/review-forms/{subject}/{kind}")
    ResponseEntity<Form> form(Caller caller, @PathVariable UUID subject, @PathVariable Kind kind) {
        DraftKey key = new DraftKey(access.requireEngineer(caller), subject, kind);
        mayReview.require(key);
        Form form = find.of(key);
        long revision = form.draft() == null ? 0 : form.draft().revision();
        return ResponseEntity.ok().eTag(IfMatch.etag(revision)).body(form);
    }
}
