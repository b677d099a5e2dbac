package dev.skillladder.assessment.comparison;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.comparison.Comparison.Line;
import dev.skillladder.assessment.comparison.Comparison.Managers;
import dev.skillladder.assessment.comparison.Comparison.Own;
import dev.skillladder.assessment.comparison.Comparison.Peers;
import dev.skillladder.assessment.comparison.Voices.Voice;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts what was said side by side: one query for all words, one for all names. */
@Component
class Compare {

    private final Voices voices;
    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;

    Compare(Voices voices, KnownEngineers engineers, KnownFrameworks frameworks) {
        this.voices = voices;
        this.engineers = engineers;
        this.frameworks = frameworks;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Comparison of(UUID engineer, @Nullable UUID cycle, Sight sight, LocalDate today) {
        Role role = engineers
                .role(engineer, today, null)
                .orElseThrow(() -> new NotFound("This person has no role today; HR assigns roles in the profile."));
        int version = frameworks
                .latest(role.framework())
                .orElseThrow(() -> new Conflict("The framework of this person's role has not arrived here yet."));
        List<Voice> said = voices.about(engineer, role.framework(), cycle).stream()
                .filter(voice -> !sight.hides(engineer, voice.kind(), voice.recordedAt()))
                .toList();
        Set<UUID> named = said.stream()
                .filter(voice -> voice.kind() == Kind.MANAGER)
                .map(Voice::rater)
                .collect(Collectors.toCollection(HashSet::new));
        named.add(engineer);
        Map<UUID, KnownEngineer> people = engineers.find(named);
        Map<String, List<Voice>> bySkill = said.stream().collect(Collectors.groupingBy(Voice::skill));
        List<Line> lines = frameworks.document(role.framework(), version).skills().stream()
                .filter(skill -> bySkill.containsKey(skill.id()))
                .map(skill -> line(skill, bySkill.getOrDefault(skill.id(), List.of()), people))
                .toList();
        return new Comparison(engineer, name(people, engineer), role.framework(), version, cycle, lines);
    }

    private static Line line(FrameworkDocument.Skill skill, List<Voice> said, Map<UUID, KnownEngineer> people) {
        Voice self = said.stream()
                .filter(voice -> voice.kind() == Kind.SELF)
                .findFirst()
                .orElse(null);
        Double own = self == null ? null : self.value();
        List<Managers> managers = said.stream()
                .filter(voice -> voice.kind() == Kind.MANAGER)
                .map(voice -> manager(voice, own, people))
                .sorted(Comparator.comparing(
                        manager -> manager.name() == null ? "" : manager.name().en()))
                .toList();
        return new Line(skill.id(), skill.name(), self == null ? null : own(self), managers, peers(said, own));
    }

    private static Own own(Voice self) {
        return new Own(self.review(), self.answer(), self.value(), self.comment(), self.observedOn());
    }

    private static Managers manager(Voice voice, @Nullable Double own, Map<UUID, KnownEngineer> people) {
        return new Managers(
                voice.review(),
                voice.rater(),
                name(people, voice.rater()),
                voice.answer(),
                voice.value(),
                voice.comment(),
                voice.observedOn(),
                voice.value() == null ? null : difference(voice.value(), own));
    }

    private static @Nullable Peers peers(List<Voice> said, @Nullable Double own) {
        double sum = 0;
        int count = 0;
        for (Voice voice : said) {
            if (voice.kind() == Kind.PEER && voice.value() != null) {
                sum += voice.value();
                count++;
            }
        }
        if (count == 0) {
            return null;
        }
        double mean = rounded(sum / count);
        return new Peers(count, mean, difference(mean, own));
    }

    private static @Nullable Double difference(double value, @Nullable Double own) {
        return own == null ? null : rounded(value - own);
    }

    /** Without what binary fractions leave behind the ninth decimal. */
    private static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    private static @Nullable Text name(Map<UUID, KnownEngineer> people, UUID engineer) {
        KnownEngineer known = people.get(engineer);
        return known == null ? null : known.name();
    }
}
