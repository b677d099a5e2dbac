package dev.skillladder.assessment;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import dev.skillladder.contract.profile.EngineerChanged.RoleAssignment;
import dev.skillladder.contract.profile.EngineerChanged.TeamMembership;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds what profile-service tells about a person; days are ISO dates, everything was recorded on 2020-01-01. */
public final class Statements {

    public static final Instant RECORDED = Instant.parse("2020-01-01T00:00:00Z");

    private final Person person;
    private final List<ReportingLine> lines = new ArrayList<>();
    private final List<TeamMembership> teams = new ArrayList<>();
    private final List<RoleAssignment> roles = new ArrayList<>();
    private long revision = 1;
    private EngineerChanged.State state = EngineerChanged.State.ACTIVE;

    private Statements(Person person) {
        this.person = person;
    }

    /** A person without lines, teams or role. */
    public static Statements about(Person person) {
        return new Statements(person);
    }

    /** Reports to this manager since 2020. */
    public Statements below(Person manager) {
        return line(manager, LineKind.SOLID, "2020-01-01", null);
    }

    public Statements line(Person manager, LineKind kind, String from, @Nullable String to) {
        return line(manager, kind, from, to, RECORDED);
    }

    public Statements line(Person manager, LineKind kind, String from, @Nullable String to, Instant recordedAt) {
        lines.add(new ReportingLine(manager.id(), kind, LocalDate.parse(from), day(to), recordedAt));
        return this;
    }

    public Statements team(UUID team, String from, @Nullable String to) {
        teams.add(new TeamMembership(team, LocalDate.parse(from), day(to), RECORDED));
        return this;
    }

    /** Works as {@code backend} of the example framework since 2020. */
    public Statements backend() {
        return role(ExampleFramework.ID, "backend", "2020-01-01", null, RECORDED);
    }

    public Statements role(String framework, String role, String from, @Nullable String to, Instant recordedAt) {
        roles.add(new RoleAssignment(framework, role, LocalDate.parse(from), day(to), recordedAt));
        return this;
    }

    public Statements revision(long newRevision) {
        revision = newRevision;
        return this;
    }

    public Statements left() {
        state = EngineerChanged.State.LEFT;
        return this;
    }

    public EngineerChanged event() {
        return new EngineerChanged(
                person.id(),
                revision,
                RECORDED.plusSeconds(revision),
                person.identity(),
                "E-" + person.id(),
                new Text(person.name() + "甲", person.name()),
                person.name() + "@example.com",
                LocalDate.parse("2020-01-01"),
                state,
                List.copyOf(lines),
                List.copyOf(teams),
                List.copyOf(roles));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
