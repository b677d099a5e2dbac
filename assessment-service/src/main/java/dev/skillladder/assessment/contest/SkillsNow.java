package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.MappingChain;
import dev.skillladder.assessment.mapping.SkillMappings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a contested skill became: it follows the mappings of newer framework versions, as its observations do. */
@Component
class SkillsNow {

    private final KnownFrameworks frameworks;
    private final SkillMappings mappings;

    SkillsNow(KnownFrameworks frameworks, SkillMappings mappings) {
        this.frameworks = frameworks;
        this.mappings = mappings;
    }

    /** In the newest version, in order. */
    List<String> of(String framework, int version, @Nullable String skill) {
        return skill == null ? List.of() : List.copyOf(newest(framework).now(skill, version));
    }

    /** Each contest's, in the newest version and in order; asks for each framework's newest version once. */
    Map<UUID, List<String>> ofEach(Collection<Contest> contests) {
        Map<String, MappingChain> newest = new HashMap<>();
        Map<UUID, List<String>> now = new HashMap<>();
        for (Contest contest : contests) {
            String skill = contest.line().skill();
            if (skill != null) {
                MappingChain chain = newest.computeIfAbsent(contest.framework(), this::newest);
                now.put(contest.id(), List.copyOf(chain.now(skill, contest.frameworkVersion())));
            }
        }
        return now;
    }

    /** Under which of these names somebody may have spoken about them, in whatever version. */
    Set<String> everCalled(String framework, List<String> skillsNow) {
        MappingChain chain = newest(framework);
        Set<String> called = new HashSet<>();
        skillsNow.forEach(skill -> called.addAll(chain.leadingTo(skill)));
        return called;
    }

    private MappingChain newest(String framework) {
        return mappings.upTo(framework, frameworks.latest(framework).orElseThrow());
    }
}
