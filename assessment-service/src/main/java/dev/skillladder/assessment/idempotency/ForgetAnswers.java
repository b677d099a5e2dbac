package dev.skillladder.assessment.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clients repeat within seconds or minutes; a day later a key is free again. */
@Component
class ForgetAnswers {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgetAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql("delete from answered_request where answered_at < :before::timestamptz")
                .param("before", clock.instant().minus(KEPT).toString())
                .update();
    }
}
