package dev.skillladder.gateway.login;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The table of logins, found by the id in the session's cookie. */
@Component
class Logins {

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int most;

    Logins(JdbcClient sql, TransactionOperations transaction, Clock clock, LoginSettings settings) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.most = settings.sessions();
    }

    Optional<Login> find(String session) {
        return sql.sql("""
                        select l.signed_in_at, l.access_token, l.access_ends, l.refresh_token
                        from login l join spring_session s on s.primary_id = l.session
                        where s.session_id = :session
                        """)
                .param("session", session)
                .query((row, _) -> new Login(
                        row.getTimestamp("signed_in_at").toInstant(),
                        row.getString("access_token"),
                        row.getTimestamp("access_ends").toInstant(),
                        row.getString("refresh_token")))
                .optional();
    }

    /** Gives the session to this person and ends the person's oldest sessions over the limit. */
    void begin(String session, String person, String accessToken, Instant accessEnds, @Nullable String refreshToken) {
        transaction.executeWithoutResult(_ -> {
            // two logins of one person at the same time must see each other
            sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 0))")
                    .param("person", person)
                    .query(Object.class)
                    .list();
            int begun = sql.sql("""
                            insert into login (session, person, signed_in_at, access_token, access_ends, refresh_token)
                            select primary_id, :person, :now, :access, :ends, :refresh
                            from spring_session where session_id = :session
                            on conflict (session) do update set person = excluded.person,
                                signed_in_at = excluded.signed_in_at, access_token = excluded.access_token,
                                access_ends = excluded.access_ends, refresh_token = excluded.refresh_token,
                                renewing_until = null
                            """)
                    .param("session", session)
                    .param("person", person)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("access", accessToken)
                    .param("ends", Timestamp.from(accessEnds))
                    .param("refresh", refreshToken)
                    .update();
            if (begun != 1) {
                throw new LoginOver();
            }
            sql.sql("""
                    delete from spring_session where primary_id in (
                        select session from login where person = :person
                        order by signed_in_at desc, session offset :most)
                    """).param("person", person).param("most", most).update();
        });
    }

    /** Whether the caller is the one to renew this access token, until then. */
    boolean claim(String session, String accessToken, Instant until) {
        return sql.sql("""
                        update login set renewing_until = :until
                        where session = (select primary_id from spring_session where session_id = :session)
                          and access_token = :access and (renewing_until is null or renewing_until < :now)
                        """)
                        .param("session", session)
                        .param("access", accessToken)
                        .param("until", Timestamp.from(until))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The renewal failed; whoever comes next may try. */
    void release(String session) {
        sql.sql("""
                update login set renewing_until = null
                where session = (select primary_id from spring_session where session_id = :session)
                """).param("session", session).update();
    }

    /** A provider that gives no new refresh token means the old one to be kept. */
    void renew(String session, String accessToken, Instant accessEnds, @Nullable String refreshToken) {
        int renewed = sql.sql("""
                        update login set access_token = :access, access_ends = :ends,
                            refresh_token = coalesce(:refresh, refresh_token), renewing_until = null
                        where session = (select primary_id from spring_session where session_id = :session)
                        """)
                .param("session", session)
                .param("access", accessToken)
                .param("ends", Timestamp.from(accessEnds))
                .param("refresh", refreshToken)
                .update();
        if (renewed != 1) {
            throw new LoginOver();
        }
    }

    /** Ends the session with all it holds. */
    void end(String session) {
        sql.sql("delete from spring_session where session_id = :session")
                .param("session", session)
                .update();
    }
}
