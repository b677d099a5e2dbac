package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.knownengineer.PersonOnDay;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.reviewrequest.Answer;
import dev.skillladder.assessment.reviewrequest.AnswerRequests;
import dev.skillladder.assessment.reviewrequest.Answered;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may say what about whom: oneself; a manager above on that day, or who reviews in the place of one; a peer who was
 * asked. Nobody may where a conflict of interest is declared.
 */
@Component
public class Relationship {

    private final Access access;
    private final AnswerRequests requests;

    Relationship(Access access, AnswerRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    /**
     * Refuses strangers, whether the subject exists or not; the open request that each review answers is answered by this.
     *
     * @param claims no two of one kind about one person
     * @return in their order
     */
    List<Standing> require(UUID rater, List<Claim> claims, Instant now) {
        Set<PersonOnDay> below = below(rater, claims);
        List<Answer> answers = claims.stream()
                .map(claim -> new Answer(
                        claim.review(),
                        reviewer(rater, claim, below),
                        claim.about().engineer(),
                        claim.kind(),
                        claim.framework()))
                .toList();
        List<Answered> answered = requests.submitted(rater, answers, now);
        return IntStream.range(0, claims.size())
                .mapToObj(i -> standing(rater, claims.get(i), answers.get(i).reviewer(), answered.get(i)))
                .toList();
    }

    private Set<PersonOnDay> below(UUID rater, List<Claim> claims) {
        Set<PersonOnDay> managed = claims.stream()
                .filter(claim -> claim.kind() == Kind.MANAGER)
                .map(Claim::about)
                .collect(Collectors.toSet());
        return managed.isEmpty() ? Set.of() : access.whereAbove(rater, managed);
    }

    /** Whoever is not above themselves is asked for one by one: standing in for somebody is seldom. */
    private UUID reviewer(UUID rater, Claim claim, Set<PersonOnDay> below) {
        PersonOnDay about = claim.about();
        boolean own = rater.equals(about.engineer());
        Optional<UUID> reviewer = switch (claim.kind()) {
            case SELF -> own ? Optional.of(rater) : Optional.empty();
            case MANAGER ->
                below.contains(about) ? Optional.of(rater) : inPlaceOf(rater, about.engineer(), about.day());
            case PEER -> own ? Optional.empty() : Optional.of(rater);
            case EVIDENCE -> throw new IllegalArgumentException("evidence is no review");
        };
        return reviewer.orElseThrow(() -> refusal(claim));
    }

    private static Standing standing(UUID rater, Claim claim, UUID reviewer, Answered answered) {
        if (answered.conflict()) {
            throw new NotAllowed("A conflict of interest is declared between you and this person." + claim.where());
        }
        if (claim.kind() == Kind.PEER && !answered.asked()) {
            throw refusal(claim);
        }
        return new Standing(answered.cycle(), reviewer.equals(rater) ? null : reviewer);
    }

    /** Whether the rater may speak as a manager, for themselves or in the place of one. */
    public boolean isManager(UUID rater, UUID subject, LocalDate day) {
        return manager(rater, subject, day).isPresent();
    }

    void requireManager(UUID rater, UUID subject, LocalDate day) {
        if (!isManager(rater, subject, day)) {
            throw new NotAllowed(why(Kind.MANAGER));
        }
    }

    /** The manager as whom the rater speaks: the rater, or whom the rater stands in for. */
    private Optional<UUID> manager(UUID rater, UUID subject, LocalDate day) {
        return access.isAbove(rater, subject, day) ? Optional.of(rater) : inPlaceOf(rater, subject, day);
    }

    private Optional<UUID> inPlaceOf(UUID rater, UUID subject, LocalDate day) {
        return access.represented(rater, subject, day)
                .or(() -> rater.equals(subject)
                        ? Optional.empty()
                        : requests.handedOver(rater, subject).stream()
                                .filter(manager -> access.isAbove(manager, subject, day))
                                .findFirst());
    }

    private static NotAllowed refusal(Claim claim) {
        return new NotAllowed(why(claim.kind()) + claim.where());
    }

    private static String why(Kind kind) {
        return switch (kind) {
            case SELF -> "A self-review is about yourself.";
            case MANAGER -> "A manager's review needs you to be above this person on the day it speaks of.";
            case PEER, EVIDENCE -> "A peer's review needs an open request to you about this person.";
        };
    }

    /**
     * What a rater wants to say something about: one review.
     *
     * @param at pointer to it in the request's body, empty if it is the body
     */
    record Claim(
            String at,
            UUID review,
            Kind kind,
            PersonOnDay about,
            @Nullable String framework) {

        /** For the end of a sentence. */
        private String where() {
            return at.isEmpty() ? "" : " (%s of the request; none of its reviews was taken)".formatted(at);
        }
    }

    /**
     * As what a review is written.
     *
     * @param cycle whose task it answers, null outside a cycle
     * @param onBehalfOf the manager in whose place the rater speaks, null if the rater speaks as themselves
     */
    record Standing(@Nullable UUID cycle, @Nullable UUID onBehalfOf) {}
}
