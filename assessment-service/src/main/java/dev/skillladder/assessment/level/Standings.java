package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which framework version counts for whom today: the one the person was moved to, or the newest for somebody who is new
 * in the framework. Only a recomputation moves people ({@link Move}).
 */
@Component
class Standings {

    /** Key of the lock between "starts on the newest version" and "a newer version arrives". */
    private static final long VERSIONS_LOCK = 7_302_020;

    private final KnownFrameworks frameworks;
    private final KnownRules rules;
    private final JdbcClient jdbc;

    Standings(KnownFrameworks frameworks, KnownRules rules, JdbcClient jdbc) {
        this.frameworks = frameworks;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** Those of the people who have a role that their framework version knows. */
    Map<UUID, Standing> of(Map<UUID, Role> roles, Map<UUID, StoredLevel> rows, @Nullable Move move) {
        Map<String, OptionalInt> newest = new HashMap<>();
        Map<UUID, Standing> standings = new HashMap<>();
        roles.forEach((engineer, role) -> {
            StoredLevel row = rows.get(engineer);
            Standing standing = row != null && row.framework().equals(role.framework())
                    ? stays(role, row.frameworkVersion(), move)
                    : starts(role, newest);
            if (standing != null
                    && rules.of(role.framework(), standing.version()).hasRole(role.role())) {
                standings.put(engineer, standing);
            }
        });
        return standings;
    }

    /** Lets nobody start on an older version until the transaction, which stores a newer one, has ended. */
    void holdStarts() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", VERSIONS_LOCK)
                .query()
                .listOfRows();
    }

    private Standing stays(Role role, int version, @Nullable Move move) {
        if (move == null || !move.framework().equals(role.framework()) || move.version() <= version) {
            return new Standing(role, version, false);
        }
        return new Standing(role, move.version(), rules.estimatesDiffer(role.framework(), version, move.version()));
    }

    private @Nullable Standing starts(Role role, Map<String, OptionalInt> newest) {
        if (newest.isEmpty()) {
            jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                    .param("key", VERSIONS_LOCK)
                    .query()
                    .listOfRows();
        }
        OptionalInt version = newest.computeIfAbsent(role.framework(), frameworks::latest);
        return version.isPresent() ? new Standing(role, version.getAsInt(), true) : null;
    }
}
