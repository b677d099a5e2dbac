package dev.skillladder.assessment.knownengineer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KnownEngineersTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private final Person director = Person.named("director");
    private final Person manager = Person.named("manager");
    private final Person other = Person.named("other");
    private final Person engineer = Person.named("engineer");

    @Autowired
    KnownEngineers engineers;

    @Autowired
    ReportingLines lines;

    @BeforeEach
    void people() {
        facts.known(
                Statements.about(director),
                Statements.about(manager).below(director),
                Statements.about(other),
                Statements.about(engineer).below(manager));
    }

    @Test
    void ignoresOlderRevisions() {
        facts.known(Statements.about(engineer).below(other).revision(3));
        TestTopics.send(
                Topics.ENGINEERS,
                engineer.toString(),
                "/profile-service",
                EngineerChanged.TYPE,
                Statements.about(engineer).below(manager).revision(2).event());
        facts.known(Statements.about(engineer).below(other).revision(4));

        assertThat(lines.isAbove(other.id(), engineer.id(), DAY)).isTrue();
        assertThat(lines.isAbove(manager.id(), engineer.id(), DAY)).isFalse();
    }

    @Test
    void letsTheLatestSolidLineCount() {
        facts.known(Statements.about(engineer)
                .below(manager)
                .line(other, LineKind.SOLID, "2026-06-01", "2026-06-30")
                .revision(2));

        assertThat(lines.isAbove(manager.id(), engineer.id(), DAY.minusDays(1))).isTrue();
        assertThat(lines.isAbove(manager.id(), engineer.id(), DAY)).isFalse();
        assertThat(lines.isAbove(other.id(), engineer.id(), DAY)).isTrue();
        assertThat(lines.isAbove(other.id(), engineer.id(), LocalDate.parse("2026-06-30")))
                .isTrue();
        assertThat(lines.isAbove(manager.id(), engineer.id(), LocalDate.parse("2026-07-01")))
                .isTrue();
    }

    @Test
    void endsALineThatWasCorrected() {
        facts.known(Statements.about(engineer)
                .below(manager)
                .line(manager, LineKind.SOLID, "2020-01-01", "2026-05-31", Instant.parse("2026-05-01T00:00:00Z"))
                .revision(2));

        assertThat(lines.isAbove(manager.id(), engineer.id(), DAY.minusDays(1))).isTrue();
        assertThat(lines.isAbove(manager.id(), engineer.id(), DAY)).isFalse();
    }

    @Test
    void dottedLineReachesOneStepOnly() {
        facts.known(Statements.about(manager)
                .below(director)
                .line(other, LineKind.DOTTED, "2020-01-01", null)
                .revision(2));

        assertThat(lines.below(other.id(), DAY)).containsExactly(manager.id());
        assertThat(lines.below(director.id(), DAY)).containsExactlyInAnyOrder(manager.id(), engineer.id());
        assertThat(lines.isAbove(other.id(), engineer.id(), DAY)).isFalse();
    }

    @Test
    void survivesCirclesAndPutsNobodyAboveThemselves() {
        facts.known(Statements.about(director).below(engineer).revision(2));

        assertThat(lines.isAbove(director.id(), director.id(), DAY)).isFalse();
        assertThat(lines.below(director.id(), DAY)).doesNotContain(director.id());
        assertThat(lines.isAbove(engineer.id(), manager.id(), DAY)).isTrue();
    }

    @Test
    void findsTheRoleAsOfADayAndAsKnownThen() {
        Instant early = Instant.parse("2026-01-01T00:00:00Z");
        Instant late = Instant.parse("2026-09-01T00:00:00Z");
        facts.known(Statements.about(engineer)
                .role("example", "backend", "2020-01-01", null, early)
                .role("example", "streaming", "2026-06-01", null, late)
                .revision(2));

        assertThat(engineers.role(engineer.id(), DAY.minusDays(1), null)).contains(new Role("example", "backend"));
        assertThat(engineers.role(engineer.id(), DAY, null)).contains(new Role("example", "streaming"));
        assertThat(engineers.role(engineer.id(), DAY, early)).contains(new Role("example", "backend"));
        assertThat(engineers.role(engineer.id(), LocalDate.parse("2019-12-31"), null))
                .isEmpty();
        assertThat(engineers.roles(List.of(engineer.id(), other.id()), DAY, null))
                .isEqualTo(Map.of(engineer.id(), new Role("example", "streaming")));
    }

    @Test
    void forgetsWhoWasErasedButKeepsTheId() {
        facts.erased(engineer);

        KnownEngineer erased = engineers.find(List.of(engineer.id())).get(engineer.id());
        assertThat(erased).isEqualTo(new KnownEngineer(engineer.id(), null, null, false));
        assertThat(engineers.identified(engineer.identity())).isEmpty();
        assertThat(api.get(engineer.token(), "/api/assessments/evidence").status())
                .isEqualTo(403);
    }

    @Test
    void movesAnIdentityToWhoeverGotItLast() {
        EngineerChanged given = Statements.about(other).revision(5).event();
        facts.known(new EngineerChanged(
                given.engineer(),
                given.revision(),
                given.recordedAt(),
                engineer.identity(),
                given.employeeNumber(),
                given.name(),
                given.email(),
                given.hireDate(),
                given.state(),
                given.reportingLines(),
                given.teamMemberships(),
                given.roleAssignments()));

        assertThat(engineers.identified(engineer.identity())).contains(other.id());
    }
}
