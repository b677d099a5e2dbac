package dev.skillladder.assessment.impact;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/assessments/impacts/{run}} answers.
 *
 * @param version number the draft would get
 * @param asOf the day it is computed for, null until it starts
 * @param total people who hold a role of the framework; {@code done} of them were looked at
 * @param unchanged of those looked at
 * @param teams as soon as the run has ended; for HR at once
 * @param roles likewise, as are {@code causes}
 * @param causes by rule line, what changes most people first
 */
record ImpactAnswer(
        UUID run,
        String framework,
        UUID draft,
        long draftRevision,
        int version,
        State state,
        @Nullable LocalDate asOf,
        long total,
        long done,
        long rises,
        long falls,
        long insufficient,
        long unchanged,
        List<TeamCount> teams,
        List<RoleCount> roles,
        List<CauseCount> causes,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** A team's people; {@code team} is null for those without one, {@code counts} if they are too few to be shown. */
    record TeamCount(
            @Nullable UUID team,
            @Nullable Text name,
            @Nullable Counts counts) {}

    /** The people of a role; {@code counts} is null if they are too few to be shown. */
    record RoleCount(String role, @Nullable Counts counts) {}

    /** How many people a line of the rule moves. */
    record CauseCount(
            Cause.What what,
            @Nullable String level,
            @Nullable String skill,
            Cause.@Nullable Line line,
            long rises,
            long falls,
            long insufficient) {}

    /** People by what would happen to them. */
    record Counts(long rises, long falls, long insufficient, long unchanged) {

        long people() {
            return rises + falls + insufficient + unchanged;
        }
    }
}
