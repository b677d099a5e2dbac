package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which skills a person's role asks about. */
@Component
public class AskedSkills {

    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final Clock clock;

    AskedSkills(KnownEngineers engineers, KnownFrameworks frameworks, Clock clock) {
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** What any level of the person's role asks for in this version; nothing if the role is not of this framework. */
    SequencedSet<String> of(UUID engineer, String framework, int version) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return engineers
                .role(engineer, today, null)
                .filter(role -> role.framework().equals(framework))
                .map(role -> of(frameworks.document(framework, version), role))
                .orElseGet(LinkedHashSet::new);
    }

    /** In the order in which the framework lists its skills. */
    public static SequencedSet<String> of(FrameworkDocument document, Role role) {
        var asked = document.roles().stream()
                .filter(one -> one.id().equals(role.role()))
                .flatMap(one -> one.requirements().stream())
                .map(Requirement::skill)
                .collect(Collectors.toSet());
        return document.skills().stream()
                .map(FrameworkDocument.Skill::id)
                .filter(asked::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
