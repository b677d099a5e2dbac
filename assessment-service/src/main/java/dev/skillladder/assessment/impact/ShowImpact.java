package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.ImpactAnswer.CauseCount;
import dev.skillladder.assessment.impact.ImpactAnswer.Counts;
import dev.skillladder.assessment.impact.ImpactAnswer.RoleCount;
import dev.skillladder.assessment.impact.ImpactAnswer.TeamCount;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a reader may see of a run. Without names, and to curators only when it has ended: two looks at a
 * growing small number would tell about one person.
 */
@Component
class ShowImpact {

    private final ImpactRuns runs;
    private final ImpactCounts counts;

    ShowImpact(ImpactRuns runs, ImpactCounts counts) {
        this.runs = runs;
        this.counts = counts;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    ImpactAnswer of(UUID id, boolean everything) {
        ImpactRun run = runs.get(id);
        boolean shown = everything || run.finishedAt() != null;
        return new ImpactAnswer(
                run.id(),
                run.framework(),
                run.draft(),
                run.draftRevision(),
                run.version(),
                run.state(),
                run.asOf(),
                run.total(),
                run.done(),
                run.rises(),
                run.falls(),
                run.insufficient(),
                run.done() - run.rises() - run.falls() - run.insufficient(),
                shown ? teams(run, everything) : List.of(),
                shown ? roles(run, everything) : List.of(),
                shown ? causes(run, everything) : List.of(),
                run.failure(),
                run.requestedAt(),
                run.startedAt(),
                run.finishedAt());
    }

    private List<TeamCount> teams(ImpactRun run, boolean everything) {
        List<TeamCount> teams = counts.teams(run.id());
        if (everything) {
            return teams;
        }
        List<@Nullable Counts> shown = shown(teams.stream().map(TeamCount::counts));
        return IntStream.range(0, teams.size())
                .mapToObj(i -> new TeamCount(teams.get(i).team(), teams.get(i).name(), shown.get(i)))
                .toList();
    }

    private List<RoleCount> roles(ImpactRun run, boolean everything) {
        List<RoleCount> roles = counts.roles(run.id());
        if (everything) {
            return roles;
        }
        List<@Nullable Counts> shown = shown(roles.stream().map(RoleCount::counts));
        return IntStream.range(0, roles.size())
                .mapToObj(i -> new RoleCount(roles.get(i).role(), shown.get(i)))
                .toList();
    }

    private List<CauseCount> causes(ImpactRun run, boolean everything) {
        return counts.causes(run.id(), everything ? 1 : FewPeople.SHOWN_FROM);
    }

    private static List<@Nullable Counts> shown(Stream<@Nullable Counts> groups) {
        return FewPeople.hidden(groups.map(Objects::requireNonNull).toList());
    }
}
