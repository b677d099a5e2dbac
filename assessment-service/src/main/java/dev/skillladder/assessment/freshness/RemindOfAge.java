package dev.skillladder.assessment.freshness;

import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells people, at most once a month, how many skills of their role become UNKNOWN within thirty days. Of whom something
 * is hidden from themselves, nothing is said until they see it. Every instance may do it: the notice's key is the month.
 */
@Component
class RemindOfAge {

    private static final int BATCH = 500;
    private static final int DAYS = 30;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final FindFreshness freshness;
    private final Blindness blindness;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    RemindOfAge(
            JdbcClient jdbc,
            FindFreshness freshness,
            Blindness blindness,
            Inbox inbox,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.blindness = blindness;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Once a night: a day more or less does not matter for what lasts months, and everybody's estimates are read. */
    @Scheduled(cron = "${assessment.freshness.remind:0 40 3 * * *}", zone = "UTC")
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<UUID> people = after(FIRST, today);
        while (!people.isEmpty()) {
            List<NewNotice> notices = notices(people, today);
            transactions.executeWithoutResult(_ -> inbox.tell(notices));
            people = after(people.getLast(), today);
        }
    }

    private List<NewNotice> notices(List<UUID> people, LocalDate today) {
        Sight sight = blindness.ofReaders(
                people.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
        List<UUID> seen = people.stream().filter(sight::isWhole).toList();
        LocalDate due = today.plusDays(DAYS);
        return freshness.runsOut(seen, today, DAYS, Place.of(null), Integer.MAX_VALUE).stream()
                .filter(skill -> !skill.unknownOn().isAfter(due))
                .collect(Collectors.groupingBy(RunsOut::engineer, Collectors.counting()))
                .entrySet()
                .stream()
                .map(person -> notice(person.getKey(), person.getValue(), today, due))
                .toList();
    }

    private static NewNotice notice(UUID person, long skills, LocalDate today, LocalDate due) {
        return new NewNotice(
                person,
                NoticeKind.RUNS_OUT_SOON,
                person,
                new Target(Thing.ENGINEER, person.toString()),
                Map.of("count", Long.toString(skills), "due", due.toString()),
                key(today));
    }

    /** Who was not told this month, in id order. */
    private List<UUID> after(UUID engineer, LocalDate today) {
        return jdbc.sql("""
                        select level.engineer from engineer_level level
                        join known_engineer person on person.engineer = level.engineer and person.state = 'ACTIVE'
                        where level.engineer > :after
                          and not exists (
                            select from notice where notice.recipient = level.engineer and notice.key = :key)
                        order by level.engineer
                        limit :batch
                        """)
                .param("after", engineer)
                .param("key", key(today))
                .param("batch", BATCH)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }

    private static String key(LocalDate today) {
        return "runs-out/" + YearMonth.from(today);
    }
}
