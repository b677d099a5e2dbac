package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import dev.skillladder.contract.catalog.DeclarativeRule.TrackLevel;
import dev.skillladder.contract.catalog.DeclarativeRule.Veto;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how levels are decided; only for rules whose groups are sound. */
final class CheckTracks {

    private final Problems problems;
    private final Names names;
    private final CheckBands bands;
    private final CheckConditions conditions;

    CheckTracks(Problems problems, Names names, GroupTypes types, CheckConditions conditions) {
        this.problems = problems;
        this.names = names;
        this.bands = new CheckBands(problems, names, types);
        this.conditions = conditions;
    }

    void check(String at, List<Track> tracks) {
        var ids = new HashSet<String>();
        var roles = new HashSet<String>();
        for (var i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            if (problems.needed(at + "/" + i, track)) {
                problems.id(at + "/" + i + "/id", track.id(), ids);
                track(at + "/" + i, track);
                roles.add(track.role());
            }
        }
        for (var role : names.ladders().keySet()) {
            if (!roles.contains(role)) {
                problems.add(at, "岗位“" + role + "”没有任何通道", "No track leads anywhere for the role '" + role + "'");
            }
        }
    }

    private void track(String at, Track track) {
        if (problems.needed(at + "/name", track.name())
                && (blank(track.name().zh()) || blank(track.name().en()))) {
            problems.add(at + "/name", "名称需要中文和英文", "The name is needed in Chinese and in English");
        }
        problems.needed(at + "/decision", track.decision());
        if (!problems.known(at + "/role", track.role(), names.ladders().keySet(), Names.ROLE)
                || !problems.needed(at + "/levels", track.levels())) {
            return;
        }
        var ladder = names.ladders().getOrDefault(track.role(), List.of());
        ladder(at + "/levels", track.levels(), ladder);
        for (var i = 0; i < track.levels().size(); i++) {
            level(at + "/levels/" + i, track, track.levels().get(i));
        }
        if (track.score() != null) {
            bands.check(at, track.score(), track.levels());
        }
        vetoes(at + "/vetoes", track.vetoes() == null ? List.of() : track.vetoes(), ladder);
    }

    private void ladder(String at, List<TrackLevel> levels, List<String> ladder) {
        if (levels.isEmpty()) {
            problems.add(at, "至少需要一个级别", "At least one level is needed");
        }
        var before = -1;
        for (var i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            if (problems.needed(at + "/" + i, level)
                    && problems.known(at + "/" + i + "/level", level.level(), new HashSet<>(ladder), Names.LEVEL)) {
                var rank = ladder.indexOf(level.level());
                if (rank <= before) {
                    problems.add(at + "/" + i + "/level", "级别必须由低到高、各出现一次", "Levels go from low to high, each once");
                }
                before = rank;
            }
        }
    }

    private void level(String at, Track track, @Nullable TrackLevel level) {
        if (level == null) {
            return;
        }
        if (track.score() == null) {
            problems.useless(at + "/from", level.from(), "有 score 的通道", "a track with a score");
            problems.useless(at + "/to", level.to(), "有 score 的通道", "a track with a score");
            if (level.requires() == null || level.requires().isEmpty()) {
                problems.add(
                        at + "/requires", "没有 score 时至少需要一个条件", "Without a score at least one condition is needed");
            }
        }
        if (level.requires() != null) {
            conditions.all(at + "/requires", level.requires(), true);
        }
    }

    private void vetoes(String at, List<Veto> vetoes, List<String> ladder) {
        for (var i = 0; i < vetoes.size(); i++) {
            var veto = vetoes.get(i);
            var here = at + "/" + i;
            if (problems.needed(here, veto) && problems.needed(here + "/unless", veto.unless())) {
                conditions.one(here + "/unless", veto.unless(), false);
                if (veto.cap() != null) {
                    problems.known(here + "/cap", veto.cap(), new HashSet<>(ladder), Names.LEVEL);
                }
            }
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
