package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.cycle.RunningCycle;
import dev.skillladder.assessment.cycle.RunningCycles;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.reviewdraft.AskedSkills;
import dev.skillladder.assessment.reviewdraft.Draft;
import dev.skillladder.assessment.reviewdraft.DraftKey;
import dev.skillladder.assessment.reviewdraft.Drafts;
import dev.skillladder.assessment.reviewform.Form.Behaviour;
import dev.skillladder.assessment.reviewform.Form.Item;
import dev.skillladder.assessment.reviewform.Form.LastAnswer;
import dev.skillladder.assessment.reviewform.Form.NamedAnswer;
import dev.skillladder.assessment.reviewform.Form.NamedStep;
import dev.skillladder.assessment.reviewform.Form.Scale;
import dev.skillladder.assessment.reviewform.Form.SkillOfForm;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a form together with one query per kind of data, however many skills there are. */
@Component
class FindForm {

    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final RunningCycles cycles;
    private final FormVersion versions;
    private final Drafts drafts;
    private final LastAnswers lastAnswers;
    private final EvidenceOfSkills evidence;
    private final Clock clock;

    FindForm(
            KnownEngineers engineers,
            KnownFrameworks frameworks,
            RunningCycles cycles,
            FormVersion versions,
            Drafts drafts,
            LastAnswers lastAnswers,
            EvidenceOfSkills evidence,
            Clock clock) {
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.cycles = cycles;
        this.versions = versions;
        this.drafts = drafts;
        this.lastAnswers = lastAnswers;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Form of(DraftKey key) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Role role = engineers
                .role(key.subject(), today, null)
                .orElseThrow(() ->
                        new Conflict("This person has no role today, so there is nothing to ask; HR assigns one."));
        Draft draft = drafts.find(key).orElse(null);
        RunningCycle cycle = cycles.of(key.subject()).orElse(null);
        int version = draft != null && draft.framework().equals(role.framework())
                ? draft.frameworkVersion()
                : versions.of(key.subject(), role, cycle);
        FrameworkDocument document = frameworks.document(role.framework(), version);
        KnownEngineer subject = engineers.find(List.of(key.subject())).get(key.subject());
        return new Form(
                key.subject(),
                subject == null ? null : subject.name(),
                key.kind(),
                role.framework(),
                version,
                document.name(),
                role.role(),
                name(document, role),
                cycle,
                scale(document.scale()),
                NamedAnswer.ALL,
                skills(document, role, key),
                draft);
    }

    private List<SkillOfForm> skills(FrameworkDocument document, Role role, DraftKey key) {
        Map<String, LastAnswer> last = lastAnswers.of(key, role.framework());
        Map<String, List<Item>> items =
                key.kind() == Kind.PEER ? Map.of() : evidence.of(key.subject(), role.framework());
        Map<String, FrameworkDocument.Skill> known =
                document.skills().stream().collect(Collectors.toMap(FrameworkDocument.Skill::id, Function.identity()));
        Map<String, Text> categories = document.categories().stream()
                .collect(Collectors.toMap(FrameworkDocument.Category::id, FrameworkDocument.Category::name));
        return AskedSkills.of(document, role).stream()
                .map(known::get)
                .map(skill -> skill(skill, categories, last.get(skill.id()), items.getOrDefault(skill.id(), List.of())))
                .toList();
    }

    private static SkillOfForm skill(
            FrameworkDocument.Skill skill,
            Map<String, Text> categories,
            @Nullable LastAnswer last,
            List<Item> evidence) {
        return new SkillOfForm(
                skill.id(),
                skill.name(),
                skill.description(),
                skill.category(),
                categories.getOrDefault(skill.category(), skill.name()),
                skill.behaviours().stream()
                        .sorted(Comparator.comparingInt(FrameworkDocument.Behaviour::step))
                        .map(behaviour -> new Behaviour(behaviour.step(), behaviour.text()))
                        .toList(),
                last,
                evidence);
    }

    private static Text name(FrameworkDocument document, Role role) {
        return document.roles().stream()
                .filter(one -> one.id().equals(role.role()))
                .map(FrameworkDocument.Role::name)
                .findFirst()
                .orElseThrow();
    }

    private static Scale scale(FrameworkDocument.Scale scale) {
        return new Scale(
                scale.min(),
                scale.max(),
                scale.step(),
                scale.steps().stream()
                        .map(step -> new NamedStep(step.value(), step.name()))
                        .toList());
    }
}
