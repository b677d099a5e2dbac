package dev.skillladder.assessment.recomputation;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.level.Verification;
import dev.skillladder.assessment.level.VerifyLevels;
import dev.skillladder.assessment.recomputation.Recomputation.State;
import dev.skillladder.assessment.request.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows jobs, newest first, and proves what is stored. */
@RestController
@RequestMapping("/api/assessments/recomputations")
class RecomputationController {

    private final JdbcClient jdbc;
    private final VerifyLevels verify;
    private final Replay replay;
    private final Access access;

    RecomputationController(JdbcClient jdbc, VerifyLevels verify, Replay replay, Access access) {
        this.jdbc = jdbc;
        this.verify = verify;
        this.replay = replay;
        this.access = access;
    }

    @GetMapping
    Page<Recomputation> recomputations(
            Caller caller,
            @RequestParam @Nullable String framework,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "operator", "hr", "curator");
        List<Recomputation> found = jdbc.sql("""
                        select id, framework, version, done, total, started_at, finished_at
                        from recomputation
                        where (:framework::text is null or framework = :framework)
                          and (:after::uuid is null or (requested_at, id) < (
                            select requested_at, id from recomputation where id = :after))
                        order by requested_at desc, id desc
                        limit :limit
                        """)
                .param("framework", framework)
                .param("after", after)
                .param("limit", Page.limit(limit) + 1)
                .query((row, _) -> recomputation(row))
                .list();
        List<Recomputation> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id().toString() : null);
    }

    /** Recomputes everybody from the log and compares with what is stored; stores nothing. */
    @PostMapping("/verification")
    Verification verification(Caller caller) {
        access.requireRole(caller, "operator");
        return verify.everybody();
    }

    /** Reads the topic of observations from its start and compares with what is stored; stores and tells nothing. */
    @PostMapping("/replay")
    Replay.Comparison replay(Caller caller) {
        access.requireRole(caller, "operator");
        return replay.compare(null);
    }

    private static Recomputation recomputation(ResultSet row) throws SQLException {
        Instant startedAt = instant(row, "started_at");
        Instant finishedAt = instant(row, "finished_at");
        return new Recomputation(
                row.getObject("id", UUID.class),
                row.getString("framework"),
                row.getInt("version"),
                State.of(startedAt, finishedAt),
                row.getLong("done"),
                row.getLong("total"),
                startedAt,
                finishedAt);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
