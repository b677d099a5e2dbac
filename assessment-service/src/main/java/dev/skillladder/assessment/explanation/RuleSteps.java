package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.contest.Contest.Step;
import dev.skillladder.assessment.contest.OpenContests;
import dev.skillladder.assessment.explanation.Explanation.RuleStep;
import dev.skillladder.assessment.explanation.Explanation.TrackPlace;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.declarative.OwnRule.Reasoning;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a framework's own rule, with names and sentences. */
final class RuleSteps {

    private final Names names;
    private final Reasoning reasoning;
    private final Set<OpenContests.RuleStep> contested;
    private final Map<String, Text> groups = new HashMap<>();
    private final Map<String, Text> tracks = new HashMap<>();

    RuleSteps(FrameworkDocument document, Names names, Reasoning reasoning, Set<OpenContests.RuleStep> contested) {
        this.names = names;
        this.reasoning = reasoning;
        this.contested = contested;
        DeclarativeRule definition = document.rule().definition();
        if (definition != null) {
            definition
                    .groups()
                    .forEach(group -> groups.put(
                            group.id(), group.name() == null ? new Text(group.id(), group.id()) : group.name()));
            definition.tracks().forEach(track -> tracks.put(track.id(), track.name()));
        }
    }

    List<TrackPlace> tracks() {
        return reasoning.places().stream()
                .map(place -> new TrackPlace(
                        place.track(),
                        tracks.getOrDefault(place.track(), new Text(place.track(), place.track())),
                        place.verified(),
                        place.possible()))
                .toList();
    }

    List<RuleStep> steps() {
        return reasoning.lines().stream().map(this::step).toList();
    }

    /** What the rule makes of a skill, in words. */
    Text about(String skill) {
        List<Text> said = reasoning.lines().stream()
                .filter(line -> line.part() == Part.SKILL && line.of().equals(skill))
                .map(line -> RuleSentences.of(line, names.skill(skill), null))
                .toList();
        return said.isEmpty()
                ? new Text("规则不使用此技能。", "The rule does not look at it.")
                : new Text(
                        said.stream().map(Text::zh).collect(Collectors.joining()),
                        said.stream().map(Text::en).collect(Collectors.joining(" ")));
    }

    private RuleStep step(RuleLine line) {
        Text name = name(line);
        String level = line.level();
        return new RuleStep(
                line.part(),
                line.of(),
                name,
                line.track(),
                level,
                line.rating(),
                line.how(),
                line.inputs(),
                line.read(),
                line.low(),
                line.high(),
                line.threshold(),
                line.above(),
                line.verdict(),
                contested.contains(new OpenContests.RuleStep(new Step(line.part(), line.of(), line.track()), level)),
                RuleSentences.of(line, name, level == null ? null : names.level(level)));
    }

    private Text name(RuleLine line) {
        Text id = new Text(line.of(), line.of());
        return switch (line.part()) {
            case SKILL -> names.skill(line.of());
            case GROUP, SCORE -> groups.getOrDefault(line.of(), id);
            case CONDITION -> line.rating() == null ? groups.getOrDefault(line.of(), id) : names.skill(line.of());
            case LEVEL, VETO -> line.of().isEmpty() ? new Text("无级别", "no level") : names.level(line.of());
        };
    }
}
