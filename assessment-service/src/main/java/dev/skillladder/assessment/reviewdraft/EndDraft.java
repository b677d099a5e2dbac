package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.LostRace;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.review.CheckReview;
import dev.skillladder.assessment.review.NewReview;
import dev.skillladder.assessment.review.NewReview.NewRating;
import dev.skillladder.assessment.review.Review;
import dev.skillladder.assessment.review.SubmitReview;
import dev.skillladder.assessment.reviewdraft.Draft.Saved;
import dev.skillladder.assessment.reviewdraft.Drafts.Head;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submits a draft as a review, or throws it away; only as the caller has read it. */
@Component
class EndDraft {

    private static final Pattern RATING = Pattern.compile("/ratings/(\\d+)(.*)");

    private final Access access;
    private final Drafts drafts;
    private final AskedSkills asked;
    private final CheckReview check;
    private final SubmitReview submit;
    private final Clock clock;

    EndDraft(Access access, Drafts drafts, AskedSkills asked, CheckReview check, SubmitReview submit, Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.asked = asked;
        this.check = check;
        this.submit = submit;
        this.clock = clock;
    }

    /** All that is wrong is told at once, with pointers into the draft. */
    @Transactional
    Review submit(Caller caller, UUID subject, Kind kind, long base) {
        DraftKey key = new DraftKey(access.requireEngineer(caller), subject, kind);
        Head head = locked(key, base);
        Map<String, Saved> saved = saved(key);
        List<String> skills = List.copyOf(saved.keySet());
        NewReview review = review(key, head, saved);
        List<FieldError> errors = new ArrayList<>(unanswered(key, head, saved));
        check.problems(review, LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .forEach(error -> errors.add(new FieldError(pointer(error.pointer(), skills), error.detail())));
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        Review submitted = submit.submit(caller, review);
        end(key, head);
        return submitted;
    }

    @Transactional
    void discard(Caller caller, UUID subject, Kind kind, long base) {
        DraftKey key = new DraftKey(access.requireEngineer(caller), subject, kind);
        end(key, locked(key, base));
    }

    private Head locked(DraftKey key, long base) {
        Head head = drafts.locked(key);
        if (head == null || !head.open()) {
            throw new NotFound("There is no draft; it was submitted or thrown away, or never begun.");
        }
        if (head.revision() != base) {
            throw new LostRace(
                    "Another tab or device saved something that you have not seen. Read the draft again first.",
                    head.revision(),
                    Map.of());
        }
        return head;
    }

    private void end(DraftKey key, Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        drafts.forgetRatings(key);
        drafts.write(
                key,
                new Head(
                        head.framework(),
                        head.frameworkVersion(),
                        head.observedOn(),
                        head.revision() + 1,
                        head.opened(),
                        false,
                        now),
                true);
    }

    private Map<String, Saved> saved(DraftKey key) {
        Map<String, Saved> saved = new LinkedHashMap<>();
        drafts.rows(key).forEach((skill, row) -> {
            if (row.saved() != null) {
                saved.put(skill, row.saved());
            }
        });
        return saved;
    }

    private static NewReview review(DraftKey key, Head head, Map<String, Saved> saved) {
        List<@Nullable NewRating> ratings = new ArrayList<>();
        saved.forEach((skill, rating) -> ratings.add(new NewRating(
                skill,
                rating.answer() == null ? Answer.VALUE : rating.answer(),
                rating.value(),
                rating.comment(),
                rating.workedLittle(),
                List.copyOf(rating.evidence()))));
        return new NewReview(
                key.subject(), key.kind(), head.framework(), head.frameworkVersion(), head.observedOn(), ratings);
    }

    /** Of themselves people say something about every skill of their role; the others of what they know. */
    private List<FieldError> unanswered(DraftKey key, Head head, Map<String, Saved> saved) {
        return key.kind() != Kind.SELF
                ? List.of()
                : asked.of(key.subject(), head.framework(), head.frameworkVersion()).stream()
                        .filter(skill -> !saved.containsKey(skill))
                        .map(skill -> new FieldError(
                                "/ratings/" + skill,
                                "Answer with a value, or with NOT_YET, DOES_NOT_APPLY or NOT_SURE."))
                        .toList();
    }

    /** The check counts ratings, a draft names skills. */
    private static String pointer(String counted, List<String> skills) {
        Matcher rating = RATING.matcher(counted);
        return rating.matches()
                ? "/ratings/" + skills.get(Integer.parseInt(rating.group(1))) + rating.group(2)
                : counted;
    }
}
