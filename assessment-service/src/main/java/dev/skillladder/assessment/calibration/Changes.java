package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.review.ChangeRating.Rated;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code calibration_change}. Whoever writes holds the engineer's lock. */
@Component
class Changes {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Changes(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** False if another change of the same rating is still open. */
    boolean add(Change change) {
        return jdbc.sql("""
                        insert into calibration_change (id, calibration, engineer, skill, rater, review, review_revision,
                            before_value, after_value, reason, proposed_by, proposed_at, rater_signed_at, lead_signed_at)
                        values (:id, :calibration, :engineer, :skill, :rater, :review, :revision, :before, :after, :reason,
                            :proposedBy, :proposedAt::timestamptz, :raterSignedAt::timestamptz, :leadSignedAt::timestamptz)
                        on conflict do nothing
                        """)
                        .param("id", change.id())
                        .param("calibration", change.calibration())
                        .param("engineer", change.engineer())
                        .param("skill", change.skill())
                        .param("rater", change.rater())
                        .param("review", change.agreedOn().review())
                        .param("revision", change.agreedOn().revision())
                        .param("before", change.agreedOn().value())
                        .param("after", change.value())
                        .param("reason", keys.toSeal(change.engineer()).seal(change.reason()))
                        .param("proposedBy", change.proposedBy())
                        .param("proposedAt", change.proposedAt().toString())
                        .param("raterSignedAt", text(change.raterSignedAt()))
                        .param("leadSignedAt", text(change.leadSignedAt()))
                        .update()
                == 1;
    }

    /** The rater's or the lead's signature; false if it is there already, or the change was withdrawn. */
    boolean sign(UUID id, boolean asRater, Instant at) {
        return jdbc.sql("""
                        update calibration_change
                        set rater_signed_at = case when :asRater then :at::timestamptz else rater_signed_at end,
                            lead_signed_at = case when :asRater then lead_signed_at else :at::timestamptz end
                        where id = :id and withdrawn_at is null
                          and case when :asRater then rater_signed_at else lead_signed_at end is null
                        """)
                        .param("id", id)
                        .param("asRater", asRater)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** False if it was withdrawn or took effect already. */
    boolean withdraw(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update calibration_change set withdrawn_by = :by, withdrawn_at = :at::timestamptz
                        where id = :id and withdrawn_at is null and (rater_signed_at is null or lead_signed_at is null)
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    Optional<Change> find(UUID calibration, UUID id) {
        return of(calibration).stream().filter(change -> change.id().equals(id)).findFirst();
    }

    /** Oldest first; a session has at most a few per case. */
    List<Change> of(UUID calibration) {
        List<Change> sealed = jdbc.sql("""
                        select id, calibration, engineer, skill, rater, review, review_revision, before_value, after_value,
                               reason, proposed_by, proposed_at, rater_signed_at, lead_signed_at, withdrawn_by, withdrawn_at
                        from calibration_change where calibration = :calibration
                        order by proposed_at, id
                        """)
                .param("calibration", calibration)
                .query((row, _) -> change(row))
                .list();
        Map<UUID, SubjectKey> found =
                keys.toOpen(sealed.stream().map(Change::engineer).collect(Collectors.toSet()));
        return sealed.stream()
                .map(change -> change.openedWith(Objects.requireNonNull(found.get(change.engineer()))))
                .toList();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                row.getObject("calibration", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getString("skill"),
                row.getObject("rater", UUID.class),
                new Rated(
                        row.getObject("review", UUID.class),
                        row.getLong("review_revision"),
                        row.getDouble("before_value")),
                row.getDouble("after_value"),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                instant(row, "rater_signed_at"),
                instant(row, "lead_signed_at"),
                row.getObject("withdrawn_by", UUID.class),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
