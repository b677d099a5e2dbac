package dev.skillladder.profile.engineer;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engineer as in lists, without dated statements. */
record Engineer(
        UUID id,
        long revision,
        Instant recordedAt,
        @Nullable String identity,
        String employeeNumber,
        Text name,
        String email,
        @Nullable LocalDate hireDate,
        State state) {

    static Engineer of(ResultSet row, int number) throws SQLException {
        return new Engineer(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("identity"),
                row.getString("employee_number"),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getString("email"),
                row.getObject("hire_date", LocalDate.class),
                State.valueOf(row.getString("state")));
    }

    EngineerDetails details() {
        return new EngineerDetails(identity, employeeNumber, name, email, hireDate, state);
    }
}
