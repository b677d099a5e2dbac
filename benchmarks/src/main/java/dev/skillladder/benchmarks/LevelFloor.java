package dev.skillladder.benchmarks;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimate.Basis;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What comparing two documents takes at least: reads the estimates, 500 people at a time, and computes both levels. */
final class LevelFloor implements AutoCloseable {

    private static final int BATCH = 500;

    private final Connection connection;
    private final Rules before;
    private final Rules after;
    private final String framework;
    private final String role;

    LevelFloor(String jdbcUrl, FrameworkDocument before, FrameworkDocument after) throws SQLException {
        this.connection = DriverManager.getConnection(jdbcUrl);
        this.before = Rules.of(before);
        this.after = Rules.of(after);
        this.framework = before.id();
        this.role = before.roles().getFirst().id();
    }

    double peoplePerSecond() throws SQLException {
        try (var next = connection.prepareStatement("""
                        select engineer from known_role_assignment where framework = ? and engineer > ?
                        order by engineer limit ?
                        """);
                var rows = connection.prepareStatement("""
                        select engineer, skill, mean, newest, weight, spread, reviewers, basis, contradicted_until,
                               expires_on
                        from estimate where engineer = any (?) and framework = ?
                        """)) {
            long from = System.nanoTime();
            long people = 0;
            long changed = 0;
            UUID last = new UUID(0, 0);
            Map<UUID, Map<String, Estimate>> batch;
            do {
                batch = people(next, last);
                last = batch.keySet().stream().max(LevelFloor::asPostgres).orElse(last);
                read(rows, batch);
                people += batch.size();
                changed += batch.values().stream().filter(this::differs).count();
            } while (batch.size() == BATCH);
            double perSecond = people * 1e9 / (System.nanoTime() - from);
            System.out.printf("floor: %d of %d people differ%n", changed, people);
            return perSecond;
        }
    }

    private Map<UUID, Map<String, Estimate>> people(PreparedStatement next, UUID last) throws SQLException {
        next.setString(1, framework);
        next.setObject(2, last);
        next.setInt(3, BATCH);
        Map<UUID, Map<String, Estimate>> batch = new HashMap<>();
        try (var found = next.executeQuery()) {
            while (found.next()) {
                batch.put(found.getObject(1, UUID.class), new HashMap<>());
            }
        }
        return batch;
    }

    private void read(PreparedStatement rows, Map<UUID, Map<String, Estimate>> batch) throws SQLException {
        rows.setArray(1, connection.createArrayOf("uuid", batch.keySet().toArray()));
        rows.setString(2, framework);
        try (var found = rows.executeQuery()) {
            while (found.next()) {
                Estimate estimate = estimate(found);
                Objects.requireNonNull(batch.get(found.getObject("engineer", UUID.class)))
                        .put(estimate.skill(), estimate);
            }
        }
    }

    private static Estimate estimate(ResultSet row) throws SQLException {
        return new Estimate(
                row.getString("skill"),
                row.getDouble("mean"),
                row.getObject("newest", LocalDate.class),
                row.getDouble("weight"),
                row.getDouble("spread"),
                row.getInt("reviewers"),
                Basis.valueOf(row.getString("basis")),
                row.getObject("contradicted_until", LocalDate.class),
                row.getObject("expires_on", LocalDate.class));
    }

    private boolean differs(Map<String, Estimate> estimates) {
        return !Objects.equals(verified(before, estimates), verified(after, estimates));
    }

    private String verified(Rules rules, Map<String, Estimate> estimates) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String verified = LevelRule.level(
                        rules, role, estimates, Map.<String, List<Observation>>of(), today, null, Set.of(), null)
                .verified();
        return verified == null ? "" : verified;
    }

    /** PostgreSQL orders UUIDs by their bytes, Java by signed halves. */
    private static int asPostgres(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) : high;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
