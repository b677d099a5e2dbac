package dev.skillladder.profile.team;

import dev.skillladder.profile.page.Page;
import dev.skillladder.profile.page.PageRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of teams. */
@Component
class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By id: an order that no renaming changes while somebody pages. */
    Page<Team> list(PageRequest page) {
        var rows = jdbc.sql("""
                        select id, revision, recorded_at, name_zh, name_en, parent, lead, closed
                          from team
                         where id::text collate "C" > :after
                         order by id::text collate "C"
                         limit :rows
                        """)
                .param("after", page.after())
                .param("rows", page.rows())
                .query(Team::of)
                .list();
        return Page.of(rows, page, team -> team.id().toString());
    }

    Optional<Team> find(UUID id) {
        return jdbc.sql("""
                        select id, revision, recorded_at, name_zh, name_en, parent, lead, closed
                          from team
                         where id = :id
                        """).param("id", id).query(Team::of).optional();
    }

    /** One writer of the tree at a time, until the transaction ends: two moves that are right alone can close a circle. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('team'))")
                .query((_, _) -> true)
                .single();
    }

    Optional<Team> lock(UUID id) {
        return jdbc.sql("""
                        select id, revision, recorded_at, name_zh, name_en, parent, lead, closed
                          from team
                         where id = :id
                           for no key update
                        """).param("id", id).query(Team::of).optional();
    }

    void insert(UUID id, TeamDetails details, Instant now) {
        write("""
                        insert into team (id, revision, recorded_at, name_zh, name_en, parent, lead, closed)
                        values (:id, 1, :now, :zh, :en, :parent, :lead, :closed)
                        """, id, details, now);
    }

    void replace(UUID id, TeamDetails details, Instant now) {
        write("""
                        update team
                           set revision = revision + 1, recorded_at = :now, name_zh = :zh, name_en = :en,
                               parent = :parent, lead = :lead, closed = :closed
                         where id = :id
                        """, id, details, now);
    }

    boolean hasEngineer(UUID id) {
        return jdbc.sql("select exists (select 1 from engineer where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether {@code other} is this team or below it. */
    boolean isWithin(UUID team, UUID other) {
        return jdbc.sql("""
                        with recursive above (id) as (
                            select :other::uuid
                             union
                            select t.parent from above a join team t on t.id = a.id where t.parent is not null)
                        select exists (select 1 from above where id = :team)
                        """)
                .param("other", other)
                .param("team", team)
                .query(Boolean.class)
                .single();
    }

    private void write(String sql, UUID id, TeamDetails details, Instant now) {
        StatementSpec statement = jdbc.sql(sql)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("zh", details.name().zh())
                .param("en", details.name().en())
                .param("parent", details.parent())
                .param("lead", details.lead())
                .param("closed", details.closed());
        if (statement.update() != 1) {
            throw new IllegalStateException("team " + id + " was not written, although the tree was locked before");
        }
    }
}
