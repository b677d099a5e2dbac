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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<PersonOnDay, UUID> managers = managers(
                rater,
                claims.stream()
                        .filter(claim -> claim.kind() == Kind.MANAGER)
                        .map(Claim::about)
                        .collect(Collectors.toSet()));
        List<Answer> answers = claims.stream()
                .map(claim -> new Answer(
                        claim.review(),
                        reviewer(rater, claim, managers),
                        claim.about().engineer(),
                        claim.kind(),
                        claim.framework()))
                .toList();
        List<Answered> answered = requests.submitted(rater, answers, now);
        return IntStream.range(0, claims.size())
                .mapToObj(i -> standing(rater, claims.get(i), answers.get(i).reviewer(), answered.get(i)))
                .toList();
    }

    private static UUID reviewer(UUID rater, Claim claim, Map<PersonOnDay, UUID> managers) {
        boolean own = rater.equals(claim.about().engineer());
        UUID reviewer = switch (claim.kind()) {
            case SELF -> own ? rater : null;
            case MANAGER -> managers.get(claim.about());
            case PEER -> own ? null : rater;
            case EVIDENCE -> throw new IllegalArgumentException("evidence is no review");
        };
        if (reviewer == null) {
            throw refusal(claim);
        }
        return reviewer;
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
        return !managers(rater, Set.of(new PersonOnDay(subject, day))).isEmpty();
    }

    void requireManager(UUID rater, UUID subject, LocalDate day) {
        if (!isManager(rater, subject, day)) {
            throw new NotAllowed(why(Kind.MANAGER));
        }
    }

    /** As whom the rater speaks of each: as themselves, or as the manager whom they stand in for; strangers are missing. */
    private Map<PersonOnDay, UUID> managers(UUID rater, Set<PersonOnDay> about) {
        Map<PersonOnDay, UUID> managers = new HashMap<>();
        Set<PersonOnDay> left = new HashSet<>(about);
        if (!left.isEmpty()) {
            access.whereAbove(rater, left).forEach(one -> managers.put(one, rater));
            left.removeAll(managers.keySet());
        }
        if (!left.isEmpty()) {
            managers.putAll(access.represented(rater, left));
            left.removeAll(managers.keySet());
        }
        left.removeIf(one -> one.engineer().equals(rater));
        if (!left.isEmpty()) {
            addHandedOver(rater, left, managers);
        }
        return managers;
    }

    /** One query for the requests, and one for each manager who handed some over: few do. */
    private void addHandedOver(UUID rater, Set<PersonOnDay> left, Map<PersonOnDay, UUID> managers) {
        Map<UUID, List<UUID>> reviewers = requests.handedOver(
                rater, left.stream().map(PersonOnDay::engineer).collect(Collectors.toSet()));
        Map<UUID, Set<PersonOnDay>> above = reviewers.values().stream()
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.toMap(manager -> manager, manager -> access.whereAbove(manager, left)));
        for (PersonOnDay one : left) {
            reviewers.getOrDefault(one.engineer(), List.of()).stream()
                    .filter(manager ->
                            Objects.requireNonNull(above.get(manager)).contains(one))
                    .findFirst()
                    .ifPresent(manager -> managers.put(one, manager));
        }
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
