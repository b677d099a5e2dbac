package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Skills that go on as others: they were in the version before, are gone now, and each goes one way only. */
final class MappingRules {

    private final Findings findings;
    private final Known known;
    private final Set<String> origins = new HashSet<>();
    private final Set<String> heirs = new HashSet<>();

    MappingRules(Findings findings, Known known) {
        this.findings = findings;
        this.known = known;
    }

    void check(List<SkillMapping> mappings, Set<String> earlier) {
        findings.each("/mappings", mappings, (at, mapping) -> mapping(at, mapping, earlier));
        earlier.stream()
                .sorted()
                .filter(skill -> !known.skills().contains(skill) && !origins.contains(skill))
                .forEach(skill -> findings.add("/mappings", Code.SKILL_DROPPED, skill));
    }

    private void mapping(String at, SkillMapping mapping, Set<String> earlier) {
        findings.each(at + "/from", mapping.from(), (place, skill) -> origin(place, skill, earlier));
        findings.each(at + "/to", mapping.to(), this::heir);
        if (mapping.kind() == null) {
            findings.missing(at + "/kind");
            return;
        }
        arity(at + "/from", mapping.from(), mapping.kind() == MappingKind.MERGE);
        arity(at + "/to", mapping.to(), mapping.kind() == MappingKind.SPLIT);
        if (mapping.reducer() != null && mapping.kind() != MappingKind.MERGE) {
            findings.add(at + "/reducer", Code.REDUCER_WITHOUT_MERGE);
        }
    }

    private void origin(String at, String skill, Set<String> earlier) {
        if (!earlier.contains(skill)) {
            findings.add(at, Code.MAPPED_SKILL_UNKNOWN, skill);
        } else if (known.skills().contains(skill)) {
            findings.add(at, Code.MAPPED_SKILL_STAYS, skill);
        }
        if (!origins.add(skill)) {
            findings.add(at, Code.MAPPED_TWICE, skill);
        }
    }

    private void heir(String at, String skill) {
        if (findings.reference(at, skill, known.skills(), Code.UNKNOWN_SKILL) && !heirs.add(skill)) {
            findings.add(at, Code.MAPPED_TWICE, skill);
        }
    }

    private void arity(String at, @Nullable List<String> skills, boolean several) {
        int count = skills == null ? 0 : skills.size();
        if (several ? count < 2 : count != 1) {
            findings.add(at, Code.MAPPING_ARITY, several ? "≥ 2" : "1", count);
        }
    }
}
