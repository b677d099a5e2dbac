package dev.skillladder.assessment.observation;

import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a framework version lets people rate; says why an event can never count. Nothing is clamped. */
record Scope(Set<String> skills, double min, double max) {

    /** Longest source or origin: an external item's id (200 characters) within its producer's name. */
    private static final int LONGEST_ID = 500;

    static Scope of(FrameworkDocument document) {
        return new Scope(
                document.skills().stream().map(FrameworkDocument.Skill::id).collect(Collectors.toUnmodifiableSet()),
                document.scale().min(),
                document.scale().max());
    }

    /** What is wrong with the envelope and the head, whatever the framework says. */
    static Optional<String> refuseHead(String key, String type, ObservationsRecorded event) {
        if (!type.equals(ObservationsRecorded.TYPE)) {
            return Optional.of("type " + type + " is not " + ObservationsRecorded.TYPE);
        }
        if (anyMissing(
                event.engineer(),
                event.kind(),
                event.source(),
                event.origin(),
                event.framework(),
                event.observedOn(),
                event.recordedAt(),
                event.ratings())) {
            return Optional.of(
                    "engineer, kind, source, origin, framework, observedOn, recordedAt and ratings must be given");
        }
        if (!key.equals(event.engineer().toString())) {
            return Optional.of("key " + key + " is not the engineer " + event.engineer());
        }
        if (isNoId(event.source()) || isNoId(event.origin())) {
            return Optional.of("source and origin must have 1-" + LONGEST_ID + " characters");
        }
        LocalDate recordedOn = event.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        if (event.observedOn().isAfter(recordedOn)) {
            return Optional.of("observedOn " + event.observedOn() + " lies after the day it was recorded");
        }
        if (event.ratings().isEmpty() || event.ratings().size() > ObservationsRecorded.MAX_RATINGS) {
            return Optional.of("1-%d ratings, not %d"
                    .formatted(ObservationsRecorded.MAX_RATINGS, event.ratings().size()));
        }
        return Optional.empty();
    }

    /** What is wrong with the ratings under this version. */
    Optional<String> refuse(ObservationsRecorded event) {
        Set<String> seen = new HashSet<>();
        for (Rating rating : event.ratings()) {
            if (anyMissing(rating, rating == null ? null : rating.skill())) {
                return Optional.of("every rating must name its skill");
            }
            if (!seen.add(rating.skill())) {
                return Optional.of("skill " + rating.skill() + " is rated twice in one event");
            }
            if (!skills.contains(rating.skill())) {
                return Optional.of("skill %s is not in %s version %d"
                        .formatted(rating.skill(), event.framework(), event.frameworkVersion()));
            }
            if (!(rating.value() >= min && rating.value() <= max)) {
                return Optional.of(
                        "value %s of %s is off the scale %s-%s".formatted(rating.value(), rating.skill(), min, max));
            }
            if (!(rating.quality() > 0 && rating.quality() <= 1)) {
                return Optional.of("quality %s of %s is not in (0, 1]".formatted(rating.quality(), rating.skill()));
            }
        }
        return Optional.empty();
    }

    // what the contract calls given can still be missing in a record that somebody else wrote
    private static boolean anyMissing(@Nullable Object... values) {
        return Stream.of(values).anyMatch(Objects::isNull);
    }

    private static boolean isNoId(String id) {
        return id.isBlank() || id.length() > LONGEST_ID;
    }
}
