package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.LostRace;
import dev.skillladder.assessment.reviewdraft.Draft.Saved;
import dev.skillladder.assessment.reviewdraft.Drafts.Head;
import dev.skillladder.assessment.reviewdraft.Drafts.Row;
import dev.skillladder.assessment.reviewrequest.AnswerRequests;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves some skills of a draft. What another tab or device saved since the caller read is kept: a save of other skills goes
 * beside it, a save of the same skills is refused as a whole and shown what is stored.
 */
@Component
class SaveDraft {

    private final Access access;
    private final MayReview mayReview;
    private final Drafts drafts;
    private final DraftFrame frame;
    private final AnswerRequests requests;
    private final Clock clock;

    SaveDraft(
            Access access, MayReview mayReview, Drafts drafts, DraftFrame frame, AnswerRequests requests, Clock clock) {
        this.access = access;
        this.mayReview = mayReview;
        this.drafts = drafts;
        this.frame = frame;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param base the revision that the caller read, 0 for no draft */
    @Transactional
    Draft save(Caller caller, UUID subject, Kind kind, long base, DraftPatch patch) {
        DraftKey key = new DraftKey(access.requireEngineer(caller), subject, kind);
        mayReview.require(key);
        List<FieldError> errors = patch.errors();
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        @Nullable Head before = drafts.locked(key);
        requireSameDraft(before, base);
        Map<String, Row> stored = before == null || !before.open() ? Map.of() : drafts.rows(key);
        Map<String, @Nullable Saved> wanted = patch.saved(now);
        Map<String, @Nullable Saved> changed = changed(stored, wanted);
        requireNoRace(stored, changed, wanted, base, before);
        Head after = frame.of(before, patch, now);
        boolean begins = before == null || !before.open();
        drafts.write(key, after, begins);
        if (begins) {
            requests.drafted(key.rater(), subject, kind, now);
        }
        drafts.writeRatings(key, after.revision(), changed, now);
        return drafts.find(key).orElseThrow();
    }

    private static void requireSameDraft(@Nullable Head before, long base) {
        long known = before == null ? 0 : before.revision();
        boolean gone = base > 0 && (before == null || !before.open() || base < before.opened());
        if (gone || base > known) {
            throw new LostRace(
                    "The draft that you read is gone: it was submitted or thrown away meanwhile. Read it again.",
                    known,
                    Map.of());
        }
    }

    /** A save that is sent again, or says what is stored, is no edit. */
    private static Map<String, @Nullable Saved> changed(Map<String, Row> stored, Map<String, @Nullable Saved> wanted) {
        Map<String, @Nullable Saved> changed = new LinkedHashMap<>();
        wanted.forEach((skill, saved) -> {
            Row row = stored.get(skill);
            Saved known = row == null ? null : row.saved();
            if (!isSame(saved, known)) {
                changed.put(skill, saved);
            }
        });
        return changed;
    }

    private static boolean isSame(@Nullable Saved given, @Nullable Saved known) {
        if (given == null || known == null) {
            return given == null && known == null;
        }
        return given.saysTheSameAs(known);
    }

    private static void requireNoRace(
            Map<String, Row> stored,
            Map<String, @Nullable Saved> changed,
            Map<String, @Nullable Saved> wanted,
            long base,
            @Nullable Head before) {
        Map<String, Object> conflicts = new LinkedHashMap<>();
        changed.keySet().forEach(skill -> {
            Row row = stored.get(skill);
            if (row != null && row.revision() > base) {
                Map<String, @Nullable Saved> both = new HashMap<>();
                both.put("stored", row.saved());
                both.put("given", wanted.get(skill));
                conflicts.put(skill, both);
            }
        });
        if (!conflicts.isEmpty()) {
            throw new LostRace(
                    "Another tab or device saved the same skills meanwhile. Nothing of this was stored; show both, and"
                            + " save the chosen one with the current ETag.",
                    before == null ? 0 : before.revision(),
                    conflicts);
        }
    }
}
