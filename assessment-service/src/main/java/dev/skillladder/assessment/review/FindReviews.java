package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads reviews: those the caller wrote, and those about whom the caller may read. */
@Component
class FindReviews {

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final Revisions revisions;
    private final FindPeerWords peerWords;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    FindReviews(
            JdbcClient jdbc,
            Reviews reviews,
            Revisions revisions,
            FindPeerWords peerWords,
            Access access,
            Blindness blindness,
            Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.revisions = revisions;
        this.peerWords = peerWords;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    Review one(Caller caller, UUID id) {
        return masked(caller.engineer(), List.of(readable(caller, id))).getFirst();
    }

    /** What was said before, as far as the caller may read what is said now. */
    Page<Revision> revisions(Caller caller, UUID id, @Nullable Long after, int limit) {
        Review review = readable(caller, id);
        PeerWords words = peerWords.of(List.of(review));
        List<Revision> found = revisions.of(review, after == null ? Long.MAX_VALUE : after, limit + 1);
        List<Revision> page = found.stream()
                .limit(limit)
                .map(revision -> words.masked(review, revision, caller.engineer()))
                .toList();
        return new Page<>(
                page, found.size() > limit ? Long.toString(page.getLast().revision()) : null);
    }

    private Review readable(Caller caller, UUID id) {
        Review review = reviews.find(id).orElseThrow(OwnReview::unknown);
        UUID rater = review.rater();
        if (rater == null || !caller.is(rater)) {
            access.requireRead(caller, review.subject());
            if (blindness.of(caller, review.subject()).hides(review.subject(), review.kind(), review.recordedAt())) {
                throw new NotAllowed(
                        review.kind() == Kind.PEER
                                ? "What peers said about you is shown once three of them answered or the cycle closed."
                                : "Self-reviews are shown once you have submitted your own review of the person.");
            }
        }
        return review;
    }

    private List<Review> masked(@Nullable UUID reader, List<Review> found) {
        PeerWords words = peerWords.of(found);
        return found.stream().map(review -> words.masked(review, reader)).toList();
    }

    Page<Review> page(Caller caller, @Nullable UUID subject, @Nullable Kind kind, Cursor after, int limit) {
        boolean all = caller.hasRole("hr");
        UUID me = caller.engineer();
        if (me == null && !all) {
            throw new NotAllowed("Your account is not linked to an engineer.");
        }
        Collection<UUID> about = all || me == null ? Set.of() : readable(me, subject);
        Collection<UUID> seen = all && me != null ? List.of(me) : about; // of others HR sees everything
        Sight sight = blindness.of(caller, subject == null ? seen : List.of(subject));
        List<Found> found = jdbc.sql("""
                        select id, subject, kind, rater, on_behalf_of, cycle, framework, framework_version, observed_on,
                               submitted_at, recorded_at, revision, state
                        from review
                        where (:all or rater = :me::uuid or subject = any (:about::uuid[]))
                          and (:subject::uuid is null or subject = :subject::uuid)
                          and (:kind::text is null or kind = :kind::text)
                          and (rater = :me::uuid or not exists (
                              select from unnest(:hiddenPeople::uuid[], :hiddenKinds::text[], :hiddenFrom::timestamptz[],
                                                 :hiddenUntil::timestamptz[]) as hidden (person, kind, since, until)
                              where hidden.person = review.subject and hidden.kind = review.kind
                                and review.recorded_at >= hidden.since and review.recorded_at < hidden.until))
                          and (submitted_at, id) < (:at::timestamptz, :id)
                        order by submitted_at desc, id desc
                        limit :limit
                        """)
                .param("all", all)
                .param("hiddenPeople", sight.engineers())
                .param("hiddenKinds", sight.kinds())
                .param("hiddenFrom", sight.froms())
                .param("hiddenUntil", sight.untils())
                .param("me", text(me))
                .param("about", about.stream().map(UUID::toString).toArray(String[]::new))
                .param("subject", text(subject))
                .param("kind", kind == null ? null : kind.name())
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, _) -> new Found(
                        Reviews.review(row),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant()))
                .list();
        if (found.isEmpty() && subject != null && !all && !about.contains(subject)) {
            throw new NotAllowed("You may read reviews that you wrote, about yourself and about people below you.");
        }
        Page<Found> page = Page.of(
                found,
                limit,
                last -> new Cursor(last.submittedAt(), last.review().id()));
        List<Review> whole =
                reviews.withRatings(page.items().stream().map(Found::review).toList());
        return new Page<>(masked(me, whole), page.next());
    }

    private Collection<UUID> readable(UUID me, @Nullable UUID subject) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Collection<UUID> people = access.below(me, today);
        people.add(me);
        if (subject != null && !people.contains(subject) && access.standsIn(me, subject)) {
            people.add(subject);
        }
        return people;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** A review where it stands in the list. */
    private record Found(Review review, Instant submittedAt) {}
}
