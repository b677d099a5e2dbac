package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import dev.skillladder.testsupport.WithStack;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithStack
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeliveryTest {

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsAndTakesIn() {
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(s -> outbox.addAll(List.of(
                new Event(Topics.TEAMS, key, "test.noted.v1", new Note("first")),
                new Event(Topics.TEAMS, key, "test.noted.v1", new Note("second")))));
        transaction.executeWithoutResult(s -> outbox.erase(Topics.TEAMS, key));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql("select note from effect where key = :key order by id")
                                .param("key", key)
                                .query(String.class)
                                .list())
                        .containsExactly("first", "second", null));
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero());
    }
}
