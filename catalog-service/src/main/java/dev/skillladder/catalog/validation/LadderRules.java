package dev.skillladder.catalog.validation;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ladders, and the roles that climb them. */
final class LadderRules {

    private final Findings findings;
    private final Known known;
    private final @Nullable Steps steps;
    private final int maxMustHaves;
    private final Set<String> ladders = new HashSet<>();
    private final Set<String> roles = new HashSet<>();

    LadderRules(Findings findings, Known known, @Nullable Steps steps, int maxMustHaves) {
        this.findings = findings;
        this.known = known;
        this.steps = steps;
        this.maxMustHaves = maxMustHaves;
    }

    void check(FrameworkDocument document) {
        findings.some("/ladders", document.ladders(), this::ladder);
        findings.some("/roles", document.roles(), this::role);
    }

    private void ladder(String at, Ladder ladder) {
        findings.id(at + "/id", ladder.id(), ladders);
        Set<String> levels = new HashSet<>();
        findings.some(at + "/levels", ladder.levels(), (place, level) -> level(place, level, levels));
        if (ladder.id() != null && !known.ladders().containsValue(ladder.id())) {
            findings.add(
                    at,
                    Code.LEVEL_UNREACHABLE,
                    new Text("没有岗位使用阶梯“" + ladder.id() + "”", "no role uses the ladder '" + ladder.id() + "'"));
        }
    }

    private void level(String at, Level level, Set<String> earlier) {
        findings.id(at + "/id", level.id(), earlier);
        findings.text(at + "/name", level.name());
        findings.text(at + "/description", level.description());
        if (level.differs() != null) {
            findings.text(at + "/differs", level.differs());
        }
        if (level.shared() != null) {
            findings.text(at + "/shared", level.shared());
        }
        findings.line(at + "/source", level.source());
    }

    private void role(String at, Role role) {
        findings.id(at + "/id", role.id(), roles);
        findings.text(at + "/name", role.name());
        findings.text(at + "/description", role.description());
        findings.line(at + "/source", role.source());
        findings.reference(at + "/ladder", role.ladder(), known.levels().keySet(), Code.UNKNOWN_LADDER);
        new RequirementRules(findings, known, steps, maxMustHaves).check(at, role);
    }
}
