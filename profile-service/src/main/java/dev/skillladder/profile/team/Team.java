package dev.skillladder.profile.team;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.TeamChanged;
import dev.skillladder.profile.edit.IfMatch;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A team at a revision. */
record Team(
        UUID id,
        long revision,
        Instant recordedAt,
        Text name,
        @Nullable UUID parent,
        @Nullable UUID lead,
        boolean closed) {

    static Team of(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Text(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("parent", UUID.class),
                row.getObject("lead", UUID.class),
                row.getBoolean("closed"));
    }

    TeamDetails details() {
        return new TeamDetails(name, parent, lead, closed);
    }

    TeamChanged event() {
        return new TeamChanged(id, revision, recordedAt, name, parent, lead, closed);
    }

    /** The answer with its ETag; what was created also tells where it is. */
    ResponseEntity<Team> answer(HttpStatus status) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(IfMatch.etag(revision));
        return (status == HttpStatus.CREATED ? answer.location(URI.create("/api/profiles/teams/" + id)) : answer)
                .body(this);
    }
}
