package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.knownengineer.EngineerListener;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.FrameworkUsed;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells once of each framework that somebody holds a role of it: from then on its drafts have an impact. */
@Component
class TellFrameworksInUse implements EngineerListener {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    TellFrameworksInUse(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void changed(Collection<UUID> engineers) {
        outbox.addAll(jdbc
                .sql("""
                        insert into framework_in_use (framework, since)
                        select distinct framework, :now::timestamptz from known_role_assignment
                        where engineer = any (:engineers)
                        order by framework
                        on conflict do nothing
                        returning framework
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("now", clock.instant().toString())
                .query((row, _) -> row.getString("framework"))
                .list()
                .stream()
                .map(framework -> new Event(Topics.IMPACT, framework, FrameworkUsed.TYPE, new FrameworkUsed(framework)))
                .toList());
    }
}
