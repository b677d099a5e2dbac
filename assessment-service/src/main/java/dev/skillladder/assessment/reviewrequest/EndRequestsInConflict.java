package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.conflict.ConflictListener;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a conflict of interest is declared, nothing is asked any more; a delegate in conflict loses the request. */
@Component
class EndRequestsInConflict implements ConflictListener {

    private final JdbcClient jdbc;

    EndRequestsInConflict(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void declared(UUID subject, UUID reviewer, Instant now) {
        jdbc.sql("""
                        update review_request set state = 'ENDED', ended_because = 'CONFLICT', ended_at = :now::timestamptz
                        where subject = :subject and reviewer = :reviewer and state in ('OPEN', 'ACCEPTED')
                        """)
                .param("subject", subject)
                .param("reviewer", reviewer)
                .param("now", now.toString())
                .update();
        jdbc.sql("""
                        update review_request set delegate = null
                        where subject = :subject and delegate = :reviewer and state in ('OPEN', 'ACCEPTED')
                        """).param("subject", subject).param("reviewer", reviewer).update();
    }
}
