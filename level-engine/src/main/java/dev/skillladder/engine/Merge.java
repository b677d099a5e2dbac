package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Voice.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One voice per kind and source. Of one day the highest (revision, event id) speaks; of the days that are neither retracted
 * nor, for evidence, past their last day, the newest. So retracting or expiring brings back what the source said before,
 * and a correction that shortens evidence does not.
 */
final class Merge {

    /** Canonical order first; within a source what wins comes first. Ends in all fields, so that order never matters. */
    private static final Comparator<Observation> WINNERS_FIRST = Comparator.comparing(Observation::kind)
            .thenComparing(Observation::source)
            .thenComparing(Observation::observedOn, Comparator.reverseOrder())
            .thenComparing(Observation::revision, Comparator.reverseOrder())
            .thenComparing(Observation::eventId, Merge::compareBytesDescending)
            .thenComparing(Observation::recordedAt, Comparator.reverseOrder())
            .thenComparing(Observation::retracted)
            .thenComparingDouble(Observation::value)
            .thenComparingDouble(Observation::quality)
            .thenComparing(Observation::validUntil, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final LocalDate asOf;
    private final List<Observation> speaking = new ArrayList<>();
    private final List<Voice> silent = new ArrayList<>();

    private Merge(LocalDate asOf) {
        this.asOf = asOf;
    }

    static Merge of(List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        var known = new ArrayList<Observation>(observations.size());
        for (var observation : observations) {
            if (!observation.observedOn().isAfter(asOf)
                    && (knownAt == null || !observation.recordedAt().isAfter(knownAt))) {
                known.add(observation);
            }
        }
        known.sort(WINNERS_FIRST);
        var merge = new Merge(asOf);
        merge.split(known);
        merge.endPeers();
        return merge;
    }

    /** One per kind and source, in canonical order. */
    List<Observation> speaking() {
        return speaking;
    }

    /** All others, with the reason; repetitions are left out. */
    List<Voice> silent() {
        return silent;
    }

    private void split(List<Observation> winnersFirst) {
        @Nullable Observation before = null;
        var spoken = false;
        for (var observation : winnersFirst) {
            var sameSource = before != null && sameSource(before, observation);
            if (before != null && sameSource && sameStatement(before, observation)) {
                continue;
            }
            spoken &= sameSource;
            var corrected = before != null && sameSource && before.observedOn().equals(observation.observedOn());
            if (corrected || spoken) {
                silence(observation, Fate.REPLACED);
            } else if (observation.retracted()) {
                silence(observation, Fate.RETRACTED);
            } else if (observation.expired(asOf)) {
                silence(observation, Fate.EXPIRED);
            } else {
                speaking.add(observation);
                spoken = true;
            }
            before = observation;
        }
    }

    private void endPeers() {
        if (speaking.size() < 2 || speaking.getFirst().kind() != Kind.MANAGER) {
            return;
        }
        var asManager = new HashMap<String, LocalDate>();
        for (var voice : speaking) {
            if (voice.kind() == Kind.MANAGER) {
                asManager.put(voice.source(), voice.observedOn());
            }
        }
        speaking.removeIf(voice -> {
            var day = voice.kind() == Kind.PEER ? asManager.get(voice.source()) : null;
            var ended = day != null && voice.observedOn().isBefore(day);
            if (ended) {
                silence(voice, Fate.ENDED);
            }
            return ended;
        });
    }

    private void silence(Observation observation, Fate fate) {
        silent.add(new Voice(observation, fate, 0, 0));
    }

    private static boolean sameSource(Observation one, Observation other) {
        return one.kind() == other.kind() && one.source().equals(other.source());
    }

    private static boolean sameStatement(Observation one, Observation other) {
        return one.observedOn().equals(other.observedOn())
                && one.revision() == other.revision()
                && one.eventId().equals(other.eventId());
    }

    private static int compareBytesDescending(String one, String other) {
        return one.equals(other)
                ? 0
                : Arrays.compareUnsigned(other.getBytes(StandardCharsets.UTF_8), one.getBytes(StandardCharsets.UTF_8));
    }
}
