package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person sees of the running cycles: their own, its days left, and everything they are asked for. */
@Component
class CurrentCycle {

    /** Nobody has more open tasks than this on one page; the rest is in the list of requests. */
    private static final int MOST_TASKS = 200;

    private final RunningCycles running;
    private final JdbcClient jdbc;
    private final Clock clock;

    CurrentCycle(RunningCycles running, JdbcClient jdbc, Clock clock) {
        this.running = running;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Current of(UUID person) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        RunningCycle cycle = running.of(person).orElse(null);
        Long daysLeft = cycle == null ? null : (Long) ChronoUnit.DAYS.between(today, cycle.to());
        return new Current(cycle, daysLeft, tasks(person, today));
    }

    private List<Task> tasks(UUID person, LocalDate today) {
        return jdbc.sql("""
                        select request.id, request.cycle, request.kind, request.subject, subject.name_zh, subject.name_en,
                               nullif(request.reviewer, :person) as on_behalf_of, request.state,
                               request.drafted_at is not null as drafted, request.due_on
                        from review_request request
                        join cycle on cycle.id = request.cycle and cycle.state = 'OPEN' and cycle.to_day >= :today
                        join known_engineer subject on subject.engineer = request.subject
                        where (request.reviewer = :person or request.delegate = :person
                               or request.kind = 'MANAGER' and request.subject <> :person and request.reviewer in (
                                   select manager from delegation
                                   where delegate = :person and ended_at is null
                                     and from_day <= :today and to_day >= :today))
                          and request.state in ('OPEN', 'ACCEPTED')
                        order by request.due_on, request.kind <> 'SELF', request.kind, subject.name_en, request.id
                        limit :limit
                        """)
                .param("person", person)
                .param("today", today)
                .param("limit", MOST_TASKS)
                .query((row, _) -> {
                    String zh = row.getString("name_zh");
                    String en = row.getString("name_en");
                    return new Task(
                            row.getObject("id", UUID.class),
                            row.getObject("cycle", UUID.class),
                            Kind.valueOf(row.getString("kind")),
                            row.getObject("subject", UUID.class),
                            zh == null || en == null ? null : new Text(zh, en),
                            row.getObject("on_behalf_of", UUID.class),
                            row.getString("state").equals("ACCEPTED"),
                            row.getBoolean("drafted"),
                            row.getObject("due_on", LocalDate.class));
                })
                .list();
    }

    /**
     * What the page needs.
     *
     * @param cycle null if the person takes part in none; they may have tasks in others' all the same
     * @param daysLeft 0 on the cycle's last day
     */
    record Current(@Nullable RunningCycle cycle, @Nullable Long daysLeft, List<Task> tasks) {

        Current {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A review that the person is asked for.
     *
     * @param id of the request
     * @param onBehalfOf the manager in whose place, null if in nobody's
     */
    record Task(
            UUID id,
            UUID cycle,
            Kind kind,
            UUID subject,
            @Nullable Text subjectName,
            @Nullable UUID onBehalfOf,
            boolean accepted,
            boolean drafted,
            @Nullable LocalDate dueOn) {}
}
