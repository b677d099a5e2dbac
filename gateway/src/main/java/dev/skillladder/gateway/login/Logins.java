package dev.skillladder.gateway.login;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The table of logins, found by the id in the session's cookie. Tokens are sealed, each for its row and column. */
@Component
class Logins {

    private static final String ACCESS = "access ";
    private static final String REFRESH = "refresh ";

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Seal seal;
    private final Clock clock;
    private final int most;

    Logins(JdbcClient sql, TransactionOperations transaction, Seal seal, Clock clock, LoginSettings settings) {
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
        this.most = settings.sessions();
    }

    /** Nothing as well when the tokens cannot be opened, after a change of keys for one: that login is over. */
    Optional<Login> find(String session) {
        Optional<Stored> found = sql.sql("""
                        select l.session, l.signed_in_at, l.renewals, l.access_token, l.access_ends, l.refresh_token
                        from login l join spring_session s on s.primary_id = l.session
                        where s.session_id = :session
                        """)
                .param("session", session)
                .query((row, _) -> new Stored(row))
                .optional();
        try {
            return found.isPresent() ? Optional.of(found.get().opened(seal)) : Optional.empty();
        } catch (Seal.Broken broken) {
            LOG.info("a login's tokens cannot be opened, so its person signs in again: {}", broken.getMessage());
            end(found.get().session);
            return Optional.empty();
        }
    }

    /** Gives the session to this person and ends the person's oldest sessions over the limit. */
    void begin(String session, String person, String accessToken, Instant accessEnds, @Nullable String refreshToken) {
        transaction.executeWithoutResult(_ -> {
            // two logins of one person at the same time must see each other
            sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                    .param("person", person)
                    .query(Object.class)
                    .list();
            String row = sql.sql("select primary_id from spring_session where session_id = :session")
                    .param("session", session)
                    .query(String.class)
                    .optional()
                    .orElseThrow(LoginOver::new);
            sql.sql("""
                            insert into login (session, person, signed_in_at, access_token, access_ends, refresh_token)
                            values (:session, :person, :now, :access, :ends, :refresh)
                            on conflict (session) do update set person = excluded.person,
                                signed_in_at = excluded.signed_in_at, access_token = excluded.access_token,
                                access_ends = excluded.access_ends, refresh_token = excluded.refresh_token,
                                renewals = login.renewals + 1, renewing_until = null
                            """)
                    .param("session", row)
                    .param("person", person)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("access", closed(accessToken, ACCESS + row))
                    .param("ends", Timestamp.from(accessEnds))
                    .param("refresh", closed(refreshToken, REFRESH + row), Types.BINARY)
                    .update();
            sql.sql("""
                    delete from spring_session where primary_id in (
                        select session from login where person = :person
                        order by signed_in_at desc, session offset :most)
                    """).param("person", person).param("most", most).update();
        });
    }

    /** Whether the caller is the one to renew the access token it found, until then. */
    boolean claim(Login login, Instant until) {
        return sql.sql("""
                        update login set renewing_until = :until
                        where session = :session and renewals = :renewals
                          and (renewing_until is null or renewing_until < :now)
                        """)
                        .param("session", login.session())
                        .param("renewals", login.renewals())
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The renewal failed; whoever comes next may try. */
    void release(Login login) {
        sql.sql("update login set renewing_until = null where session = :session and renewals = :renewals")
                .param("session", login.session())
                .param("renewals", login.renewals())
                .update();
    }

    /** A provider that gives no new refresh token means the old one to be kept. */
    void renew(Login login, String accessToken, Instant accessEnds, @Nullable String refreshToken) {
        int renewed = sql.sql("""
                        update login set access_token = :access, access_ends = :ends,
                            refresh_token = coalesce(:refresh, refresh_token),
                            renewals = renewals + 1, renewing_until = null
                        where session = :session and renewals = :renewals
                        """)
                .param("session", login.session())
                .param("renewals", login.renewals())
                .param("access", closed(accessToken, ACCESS + login.session()))
                .param("ends", Timestamp.from(accessEnds))
                .param("refresh", closed(refreshToken, REFRESH + login.session()), Types.BINARY)
                .update();
        if (renewed != 1) {
            throw new LoginOver();
        }
    }

    /** Ends the session with all it holds. */
    void end(Login login) {
        end(login.session());
    }

    /** Those of these sessions, by the ids in their cookies, that have not ended in any way. */
    List<String> going(Collection<String> sessions, Instant beganAfter) {
        return sql.sql("""
                        select s.session_id from spring_session s join login l on l.session = s.primary_id
                        where s.session_id = any (:sessions) and s.expiry_time > :now and l.signed_in_at > :after
                        """)
                .param("sessions", sessions.toArray(String[]::new))
                .param("now", clock.millis())
                .param("after", Timestamp.from(beganAfter))
                .query((row, _) -> row.getString("session_id"))
                .list();
    }

    private void end(String row) {
        sql.sql("delete from spring_session where primary_id = :session")
                .param("session", row)
                .update();
    }

    private byte @Nullable [] closed(@Nullable String token, String place) {
        return token == null ? null : seal.close(token.getBytes(StandardCharsets.US_ASCII), place);
    }

    /** A row as it lies in the table. */
    private static final class Stored {

        private final String session;
        private final Instant signedInAt;
        private final int renewals;
        private final byte[] accessToken;
        private final Instant accessEnds;
        private final byte @Nullable [] refreshToken;

        Stored(ResultSet row) throws SQLException {
            session = row.getString("session");
            signedInAt = row.getTimestamp("signed_in_at").toInstant();
            renewals = row.getInt("renewals");
            accessToken = row.getBytes("access_token");
            accessEnds = row.getTimestamp("access_ends").toInstant();
            refreshToken = row.getBytes("refresh_token");
        }

        Login opened(Seal seal) throws Seal.Broken {
            String access = text(seal.open(accessToken, ACCESS + session));
            String refresh = refreshToken == null ? null : text(seal.open(refreshToken, REFRESH + session));
            return new Login(session, signedInAt, renewals, access, accessEnds, refresh);
        }

        private static String text(byte[] token) {
            return new String(token, StandardCharsets.US_ASCII);
        }
    }
}
