package dev.skillladder.contract.profile;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of one engineer. Topic {@code profile.engineers}, key {@code engineer}. A reader keeps the highest
 * {@code revision}. Dated statements (lines, memberships, roles) are never removed: of those that cover a day, the one
 * with the latest {@code from} counts, and of these the one recorded last.
 *
 * @param engineer random id
 * @param revision grows with every change of this engineer
 * @param recordedAt when profile-service stored this state
 * @param identity the person claim of the identity provider (by default {@code sub}); null until linked
 * @param employeeNumber the company's number
 */
public record EngineerChanged(
        UUID engineer,
        long revision,
        Instant recordedAt,
        @Nullable String identity,
        String employeeNumber,
        Text name,
        String email,
        @Nullable LocalDate hireDate,
        State state,
        List<ReportingLine> reportingLines,
        List<TeamMembership> teamMemberships,
        List<RoleAssignment> roleAssignments) {

    public static final String TYPE = "dev.skillladder.profile.engineer-changed.v1";

    /** Whether the person works here. */
    public enum State {
        /** Works here; appears in matrices. */
        ACTIVE,
        /** Left; history stays, matrices do not show the person. */
        LEFT
    }

    /** Kind of a reporting line. */
    public enum LineKind {
        /** The one line through which leave, goals and levels are decided. */
        SOLID,
        /** A second manager for a matter or a project; sees this person, not the person's reports. */
        DOTTED
    }

    /** {@code engineer} reports to {@code manager} on the days from {@code from} to {@code to}, both included. */
    public record ReportingLine(
            UUID manager,
            LineKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            Instant recordedAt) {}

    /** Member of {@code team} on the days from {@code from} to {@code to}, both included. */
    public record TeamMembership(
            UUID team, LocalDate from, @Nullable LocalDate to, Instant recordedAt) {}

    /** Works in {@code role} of {@code framework} on the days from {@code from} to {@code to}, both included. */
    public record RoleAssignment(
            String framework,
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            Instant recordedAt) {}
}
