package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Input;
import dev.skillladder.assessment.mapping.Origin;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Voice;
import dev.skillladder.engine.Voice.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The voices of a skill as a reader may see them. */
final class Inputs {

    /** Fewer peers than this are shown as their mean only: one by one they could be guessed. */
    private static final int FEWEST_PEERS = 3;

    private final Reader reader;
    private final Map<String, Text> managers;

    /** @param managers names of managers by source */
    Inputs(Reader reader, Map<String, Text> managers) {
        this.reader = reader;
        this.managers = managers;
    }

    /** @param origins of voices about skills that have become this one */
    List<Input> of(List<Voice> voices, Map<Observation, List<Origin>> origins) {
        var inputs = new ArrayList<Input>();
        var peers = new ArrayList<Voice>();
        for (var voice : voices) {
            if (voice.observation().kind() == Kind.PEER && !reader.seesSources()) {
                peers.add(voice);
            } else {
                inputs.add(input(voice, origins.get(voice.observation())));
            }
        }
        inputs.addAll(unnamed(peers, origins));
        inputs.sort(Comparator.comparing(Input::kind));
        return inputs;
    }

    private Input input(Voice voice, @Nullable List<Origin> observedAs) {
        var observation = voice.observation();
        var named = observation.kind() == Kind.MANAGER && reader.namesManagers();
        var shown = reader.seesSources() || named || observation.kind() == Kind.EVIDENCE;
        return new Input(
                observation.kind(),
                shown ? observation.source() : null,
                named ? managers.get(observation.source()) : null,
                1,
                observation.value(),
                observation.observedOn(),
                observation.quality(),
                voice.weight(),
                voice.share(),
                voice.fate() == Fate.ACTIVE,
                voice.fate(),
                Reasons.of(voice.fate()),
                observedAs);
    }

    /** Peers without source, day and quality; ordered by what they say, so that the order tells nothing either. */
    private static List<Input> unnamed(List<Voice> peers, Map<Observation, List<Origin>> origins) {
        var active = peers.stream().filter(peer -> peer.fate() == Fate.ACTIVE).toList();
        if (active.isEmpty()) {
            return List.of();
        }
        if (active.size() < FEWEST_PEERS) {
            return List.of(together(active, origins));
        }
        return active.stream()
                .map(peer -> peer(
                        1, peer.observation().value(), peer.weight(), peer.share(), origins.get(peer.observation())))
                .sorted(Comparator.comparingDouble(Input::value).reversed().thenComparingDouble(Input::weight))
                .toList();
    }

    private static Input together(List<Voice> peers, Map<Observation, List<Origin>> origins) {
        var weight = 0.0;
        var share = 0.0;
        for (var peer : peers) {
            weight += peer.weight();
            share += peer.share();
        }
        var observedAs = peers.stream()
                .flatMap(peer -> origins.getOrDefault(peer.observation(), List.of()).stream())
                .distinct()
                .toList();
        return peer(peers.size(), mean(peers), weight, share, observedAs.isEmpty() ? null : observedAs);
    }

    private static Input peer(int count, double value, double weight, double share, @Nullable List<Origin> observedAs) {
        return new Input(
                Kind.PEER,
                null,
                null,
                count,
                value,
                null,
                null,
                weight,
                share,
                true,
                Fate.ACTIVE,
                Reasons.of(Fate.ACTIVE),
                observedAs);
    }

    /** The weighted mean of voices that count, without what rounding left behind the ninth decimal. */
    static double mean(List<Voice> active) {
        var weight = 0.0;
        var weighted = 0.0;
        for (var voice : active) {
            weight += voice.weight();
            weighted += voice.weight() * voice.observation().value();
        }
        return Math.round(weighted / weight * 1e9) / 1e9;
    }

    /** The mean of a kind in a sentence, null if it does not speak. */
    static @Nullable Group group(Kind kind, List<Voice> voices) {
        var active = voices.stream()
                .filter(voice ->
                        voice.fate() == Fate.ACTIVE && voice.observation().kind() == kind)
                .toList();
        if (active.isEmpty()) {
            return null;
        }
        var share = 0.0;
        for (var voice : active) {
            share += voice.share();
        }
        return new Group(kind, active.size(), active.size() == 1 ? first(active).value() : mean(active), share);
    }

    private static Observation first(List<Voice> active) {
        return active.getFirst().observation();
    }

    /** All voices of a kind together. */
    record Group(Kind kind, int count, double value, double share) {}
}
