package dev.skillladder.profile.scim;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as identity providers see it, without its members. */
record GroupRow(
        UUID id,
        long revision,
        Instant recordedAt,
        @Nullable String externalId,
        Text name,
        @Nullable String displayName,
        @Nullable UUID parent,
        @Nullable UUID lead) {

    static GroupRow of(ResultSet row, int number) throws SQLException {
        return new GroupRow(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("external_id"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("display_name"),
                row.getObject("parent", UUID.class),
                row.getObject("lead", UUID.class));
    }

    String shownName() {
        return displayName == null ? name.en() : displayName;
    }
}
