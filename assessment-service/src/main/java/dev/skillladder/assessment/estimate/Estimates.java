package dev.skillladder.assessment.estimate;

import dev.skillladder.assessment.copy.Copy;
import dev.skillladder.assessment.copy.Rows;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimate.Basis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code estimate}. Whoever writes holds the engineers' locks, so what was read before is still so. */
@Component
public class Estimates {

    private static final String COLUMNS = "engineer, framework, skill, framework_version, mean, newest, weight, spread,"
            + " reviewers, basis, contradicted_until, expires_on";

    private final JdbcClient jdbc;
    private final Copy copy;

    public Estimates(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** All estimates of these people, in all frameworks. */
    public Map<UUID, Map<PersonSkill, StoredEstimate>> of(Collection<UUID> engineers) {
        Map<UUID, Map<PersonSkill, StoredEstimate>> found = new HashMap<>();
        jdbc.sql("""
                        select engineer, framework, skill, framework_version, mean, newest, weight, spread,
                               reviewers, basis, contradicted_until, expires_on
                        from estimate where engineer = any (:engineers)
                        """).param("engineers", engineers.toArray(UUID[]::new)).query(row -> {
            StoredEstimate estimate = estimate(row);
            found.computeIfAbsent(estimate.about().engineer(), _ -> new HashMap<>())
                    .put(estimate.about(), estimate);
        });
        return found;
    }

    /** Stores estimates of skills that had none. */
    public void add(Collection<StoredEstimate> estimates) {
        copy.into("estimate (" + COLUMNS + ")", rows(estimates));
    }

    /** Replaces estimates that are stored already. */
    public void replace(Collection<StoredEstimate> estimates) {
        if (estimates.isEmpty()) {
            return;
        }
        List<StoredEstimate> list = List.copyOf(estimates);
        // an upsert although every row exists: it finds rows by the key whatever the planner thinks of the table's size
        int replaced = jdbc.sql("""
                        insert into estimate (engineer, framework, skill, framework_version, mean, newest, weight,
                                              spread, reviewers, basis, contradicted_until, expires_on)
                        select engineer, framework, skill, framework_version, mean, date '1970-01-01' + newest, weight,
                               spread, reviewers, basis, date '1970-01-01' + contradicted_until,
                               date '1970-01-01' + expires_on
                        from unnest(:engineers::uuid[], :frameworks::text[], :skills::text[], :versions::int[],
                                    :means::float8[], :newest::int[], :weights::float8[], :spreads::float8[],
                                    :reviewers::int[], :bases::text[], :contradicted::int[], :expires::int[])
                            as changed (engineer, framework, skill, framework_version, mean, newest, weight, spread,
                                        reviewers, basis, contradicted_until, expires_on)
                        on conflict (engineer, framework, skill) do update
                        set framework_version = excluded.framework_version, mean = excluded.mean,
                            newest = excluded.newest, weight = excluded.weight, spread = excluded.spread,
                            reviewers = excluded.reviewers, basis = excluded.basis,
                            contradicted_until = excluded.contradicted_until, expires_on = excluded.expires_on
                        """)
                .param("engineers", strings(list, row -> row.about().engineer().toString()))
                .param("frameworks", strings(list, row -> row.about().framework()))
                .param("skills", strings(list, row -> row.about().skill()))
                .param(
                        "versions",
                        list.stream().mapToInt(StoredEstimate::frameworkVersion).toArray())
                .param("means", doubles(list, Estimate::mean))
                .param("newest", days(list, Estimate::newest))
                .param("weights", doubles(list, Estimate::weight))
                .param("spreads", doubles(list, Estimate::spread))
                .param(
                        "reviewers",
                        list.stream()
                                .mapToInt(row -> row.estimate().reviewers())
                                .toArray())
                .param("bases", strings(list, row -> row.estimate().basis().name()))
                .param("contradicted", days(list, Estimate::contradictedUntil))
                .param("expires", days(list, Estimate::expiresOn))
                .update();
        requireCount(estimates, replaced);
    }

    /** Removes estimates of skills about which nothing counts any more. */
    public void remove(Collection<PersonSkill> skills) {
        if (skills.isEmpty()) {
            return;
        }
        int removed = jdbc.sql("""
                        delete from estimate
                        using unnest(:engineers::uuid[], :frameworks::text[], :skills::text[])
                            as gone (engineer, framework, skill)
                        where estimate.engineer = gone.engineer and estimate.framework = gone.framework
                          and estimate.skill = gone.skill
                        """)
                .param("engineers", skills.stream().map(PersonSkill::engineer).toArray(UUID[]::new))
                .param("frameworks", skills.stream().map(PersonSkill::framework).toArray(String[]::new))
                .param("skills", skills.stream().map(PersonSkill::skill).toArray(String[]::new))
                .update();
        requireCount(skills, removed);
    }

    private static StoredEstimate estimate(ResultSet row) throws SQLException {
        String skill = row.getString(3);
        return new StoredEstimate(
                new PersonSkill(row.getObject(1, UUID.class), row.getString(2), skill),
                row.getInt(4),
                new Estimate(
                        skill,
                        row.getDouble(5),
                        row.getObject(6, LocalDate.class),
                        row.getDouble(7),
                        row.getDouble(8),
                        row.getInt(9),
                        Basis.valueOf(row.getString(10)),
                        row.getObject(11, LocalDate.class),
                        row.getObject(12, LocalDate.class)));
    }

    private static Rows rows(Collection<StoredEstimate> estimates) {
        Rows rows = new Rows(12);
        for (StoredEstimate stored : estimates) {
            Estimate estimate = stored.estimate();
            rows.next()
                    .uuid(stored.about().engineer())
                    .text(stored.about().framework())
                    .text(stored.about().skill())
                    .int4(stored.frameworkVersion())
                    .float8(estimate.mean())
                    .date(estimate.newest())
                    .float8(estimate.weight())
                    .float8(estimate.spread())
                    .int4(estimate.reviewers())
                    .text(estimate.basis().name())
                    .date(estimate.contradictedUntil())
                    .date(estimate.expiresOn());
        }
        return rows;
    }

    private static String[] strings(List<StoredEstimate> rows, Function<StoredEstimate, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static double[] doubles(List<StoredEstimate> rows, ToDoubleFunction<Estimate> column) {
        return rows.stream().map(StoredEstimate::estimate).mapToDouble(column).toArray();
    }

    // days since 1970: the driver has no arrays of dates
    private static @Nullable Integer[] days(List<StoredEstimate> rows, Function<Estimate, @Nullable LocalDate> column) {
        @Nullable Integer[] days = new Integer[rows.size()];
        for (int i = 0; i < days.length; i++) {
            LocalDate day = column.apply(rows.get(i).estimate());
            days[i] = day == null ? null : Integer.valueOf((int) day.toEpochDay());
        }
        return days;
    }

    private static void requireCount(Collection<?> rows, int count) {
        if (count != rows.size()) {
            throw new IllegalStateException(
                    "%d estimates should change, %d did: somebody writes without the engineers' locks"
                            .formatted(rows.size(), count));
        }
    }
}
