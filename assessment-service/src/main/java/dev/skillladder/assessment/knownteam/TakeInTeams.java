package dev.skillladder.assessment.knownteam;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.profile.TeamChanged;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the highest revision of each team. */
@Component
class TakeInTeams implements EventHandler {

    private final JdbcClient jdbc;

    TakeInTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return Topics.TEAMS;
    }

    @Override
    public void handle(EventBatch batch) {
        Collection<TeamChanged> newest = batch.read(TeamChanged.class)
                .map(EventBatch.Read::body)
                .collect(Collectors.toMap(
                        TeamChanged::team,
                        team -> team,
                        (one, other) -> one.revision() >= other.revision() ? one : other,
                        TreeMap<UUID, TeamChanged>::new))
                .values();
        jdbc.sql("""
                        insert into known_team (team, revision, name_zh, name_en, parent, lead, closed)
                        select team, revision, name_zh, name_en, parent, lead, closed
                        from unnest(:teams::uuid[], :revisions::bigint[], :zh::text[], :en::text[], :parents::uuid[],
                                    :leads::uuid[], :closed::boolean[])
                            as given (team, revision, name_zh, name_en, parent, lead, closed)
                        on conflict (team) do update
                        set revision = excluded.revision, name_zh = excluded.name_zh, name_en = excluded.name_en,
                            parent = excluded.parent, lead = excluded.lead, closed = excluded.closed
                        where known_team.revision < excluded.revision
                        """)
                .param("teams", texts(newest, TeamChanged::team))
                .param("revisions", texts(newest, TeamChanged::revision))
                .param("zh", texts(newest, team -> team.name().zh()))
                .param("en", texts(newest, team -> team.name().en()))
                .param("parents", texts(newest, TeamChanged::parent))
                .param("leads", texts(newest, TeamChanged::lead))
                .param("closed", texts(newest, TeamChanged::closed))
                .update();
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static @Nullable String[] texts(
            Collection<TeamChanged> teams, Function<TeamChanged, ? extends @Nullable Object> value) {
        return teams.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
