package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Decision;
import dev.skillladder.contract.catalog.DeclarativeRule.Score;
import dev.skillladder.contract.catalog.DeclarativeRule.Thresholds;
import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import dev.skillladder.contract.catalog.DeclarativeRule.TrackLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the level a track leads to. */
final class DecideTrack {

    private final Track track;
    private final List<String> ladder;
    private final Evaluation evaluation;

    DecideTrack(Track track, List<String> ladder, Evaluation evaluation) {
        this.track = track;
        this.ladder = ladder;
        this.evaluation = evaluation;
    }

    Place place() {
        var caps = caps();
        @Nullable String verified = null;
        @Nullable String possible = null;
        var below = Value.truth(true, true);
        for (var level : track.levels()) {
            var own = own(level);
            var holds = track.decision() == Decision.CUMULATIVE ? both(below, own) : own;
            below = holds;
            evaluation.trace().level(track.id(), level.level(), holds);
            var rank = ladder.indexOf(level.level());
            verified = holds(holds.low()) && rank <= caps.verified() ? level.level() : verified;
            possible = holds(holds.high()) && rank <= caps.possible() ? level.level() : possible;
        }
        return new Place(track.id(), verified, possible);
    }

    private Value own(TrackLevel level) {
        var holds = Value.truth(true, true);
        if (track.score() != null) {
            holds = reaches(track.score(), level);
        }
        if (level.requires() != null) {
            for (var condition : level.requires()) {
                holds = both(holds, evaluation.condition(condition, track.id(), level.level()));
            }
        }
        return holds;
    }

    /** Bands touch each other, so a value is in the highest band whose beginning it reaches. */
    private Value reaches(Score score, TrackLevel level) {
        var value = evaluation.group(score.group(), level.level()).map(exact -> Rounds.apply(score.rounding(), exact));
        var threshold = threshold(score, Objects.requireNonNull(level.from()), value);
        var holds = value.absent()
                ? Value.truth(false, true)
                : Value.truth(
                        Evaluation.reaches(value.low(), threshold, false),
                        Evaluation.reaches(value.high(), threshold, false));
        evaluation.trace().score(track.id(), level.level(), score.group(), value, threshold, holds);
        return holds;
    }

    private static Exact threshold(Score score, BigDecimal from, Value value) {
        if (score.thresholds() == Thresholds.ABSOLUTE) {
            return Exact.of(from);
        }
        var total = score.total() == null ? value.most() : Exact.of(score.total());
        return Rounds.apply(score.thresholdRounding(), total.times(Exact.of(from)));
    }

    private Caps caps() {
        var verified = ladder.size();
        var possible = ladder.size();
        if (track.vetoes() != null) {
            for (var veto : track.vetoes()) {
                var unless = evaluation.condition(veto.unless(), track.id(), null);
                var cap = veto.cap() == null ? -1 : ladder.indexOf(veto.cap());
                verified = holds(unless.low()) ? verified : Math.min(verified, cap);
                possible = holds(unless.high()) ? possible : Math.min(possible, cap);
                evaluation.trace().veto(track.id(), veto.cap(), unless);
            }
        }
        return new Caps(verified, possible);
    }

    private static Value both(Value one, Value other) {
        return Value.truth(holds(one.low()) && holds(other.low()), holds(one.high()) && holds(other.high()));
    }

    private static boolean holds(@Nullable Exact truth) {
        return Evaluation.reaches(truth, Exact.ONE, false);
    }

    /** Highest ranks that vetoes leave. */
    private record Caps(int verified, int possible) {}
}
