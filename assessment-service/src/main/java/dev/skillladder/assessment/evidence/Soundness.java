package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.rating.Days;
import dev.skillladder.contract.assessment.EvidenceSubmitted;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.delivery.IncomingEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a record of an external producer; the reason goes to the dead letters. */
final class Soundness {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MAX_ITEM = 200;

    private Soundness() {}

    /** What is wrong with the record by itself. */
    static Optional<String> fault(IncomingEvent event, EvidenceSubmitted evidence) {
        return Optional.ofNullable(missing(evidence))
                .or(() -> Optional.ofNullable(identity(event, evidence)))
                .or(() -> Optional.ofNullable(days(event, evidence)));
    }

    /** What is wrong with its ratings under the version it names. */
    static Optional<String> fault(EvidenceSubmitted evidence, Rateable rateable) {
        Set<String> seen = new HashSet<>();
        for (EvidenceSubmitted.Rating rating : evidence.ratings()) {
            if (!rateable.hasSkill(rating.skill())) {
                return Optional.of("skill '%s' does not exist in %s version %d"
                        .formatted(rating.skill(), evidence.framework(), evidence.frameworkVersion()));
            }
            if (!seen.add(rating.skill())) {
                return Optional.of("skill '%s' is rated twice".formatted(rating.skill()));
            }
            String refusal = rateable.refusal(rating.value());
            if (refusal != null) {
                return Optional.of("skill '%s': %s".formatted(rating.skill(), refusal));
            }
        }
        return Optional.empty();
    }

    /** The contract's fields are never null, but JSON may leave them out. */
    private static @Nullable String missing(EvidenceSubmitted evidence) {
        if (Objects.isNull(evidence.engineer())
                || Objects.isNull(evidence.item())
                || Objects.isNull(evidence.framework())
                || Objects.isNull(evidence.observedOn())
                || Objects.isNull(evidence.ratings())) {
            return "engineer, item, framework, observedOn and ratings are all needed";
        }
        List<EvidenceSubmitted.Rating> ratings = evidence.ratings();
        if (ratings.isEmpty() || ratings.size() > ObservationsRecorded.MAX_RATINGS) {
            return "%d ratings; 1 to %d are taken".formatted(ratings.size(), ObservationsRecorded.MAX_RATINGS);
        }
        return ratings.stream().anyMatch(rating -> Objects.isNull(rating) || Objects.isNull(rating.skill()))
                ? "a rating without skill"
                : null;
    }

    private static @Nullable String identity(IncomingEvent event, EvidenceSubmitted evidence) {
        if (!evidence.engineer().toString().equals(event.key())) {
            return "the record's key must be the engineer's id, since order is kept per key";
        }
        if (evidence.item().isBlank() || evidence.item().length() > MAX_ITEM || hasNul(evidence.item())) {
            return "item has %d characters; 1 to %d are taken"
                    .formatted(evidence.item().length(), MAX_ITEM);
        }
        if (!SLUG.matcher(evidence.framework()).matches() || evidence.frameworkVersion() < 1) {
            return "'%s' version %d cannot be a framework".formatted(evidence.framework(), evidence.frameworkVersion());
        }
        return evidence.revision() < 1 ? "revision %d; the first is 1".formatted(evidence.revision()) : null;
    }

    private static @Nullable String days(IncomingEvent event, EvidenceSubmitted evidence) {
        LocalDate appended = LocalDate.ofInstant(event.appendedAt(), ZoneOffset.UTC);
        String refusal = Days.refusal(evidence.observedOn(), appended);
        if (refusal != null) {
            return "observedOn: " + refusal;
        }
        LocalDate validUntil = evidence.validUntil();
        return validUntil != null && (validUntil.isBefore(evidence.observedOn()) || validUntil.getYear() > 9999)
                ? "validUntil %s lies before observedOn %s".formatted(validUntil, evidence.observedOn())
                : null;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
