package dev.skillladder.profile.scim;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as identity providers see it.
 *
 * @param displayName what an identity provider called the person last, null if none did
 * @param manager today's, through the solid line
 */
record UserRow(
        UUID id,
        long revision,
        Instant recordedAt,
        @Nullable String identity,
        String employeeNumber,
        Text name,
        String email,
        @Nullable LocalDate hireDate,
        State state,
        String userName,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable UUID manager,
        @Nullable String managerName) {

    static UserRow of(ResultSet row, int number) throws SQLException {
        return new UserRow(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("identity"),
                row.getString("employee_number"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("email"),
                row.getObject("hire_date", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getString("user_name"),
                row.getString("display_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("manager", UUID.class),
                row.getString("manager_name"));
    }

    String shownName() {
        return displayName == null ? name.en() : displayName;
    }
}
