package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import dev.skillladder.testsupport.WithStack;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** All of it, wired as in a service. */
@WithStack
@SpringBootTest
@AutoConfigureMockMvc
class ServiceTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DeliveryHealth health;

    @Autowired
    private Clients clients;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void tellsAndTakesInItsOwnTopic() {
        String key = UUID.randomUUID().toString();
        tell(key, "first", "second");
        transaction.executeWithoutResult(status -> outbox.erase(Topics.TEAMS, key));

        await().atMost(Station.SOON)
                .untilAsserted(() -> assertThat(effects(key)).containsExactly("first", "second", "erased"));
        await().atMost(Station.SOON).untilAsserted(() -> {
            Health now = health.health();
            assertThat(now.getStatus()).as("%s", now.getDetails()).isEqualTo(Status.UP);
            assertThat(now.getDetails()).containsKeys("broker", "relay", Topics.TEAMS, "deadLetters");
        });
    }

    @Test
    void createsItsTopicsWithTheContractsSettings() throws Exception {
        try (Admin admin = clients.admin()) {
            await().atMost(Station.SOON)
                    .until(() -> admin.listTopics()
                            .names()
                            .get()
                            .containsAll(Set.of(Topics.TEAMS, Topics.ENGINEERS, Topics.dead(Topics.TEAMS))));
            assertThat(admin.describeTopics(List.of(Topics.ENGINEERS))
                            .allTopicNames()
                            .get())
                    .extractingByKey(Topics.ENGINEERS)
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
        }
    }

    @Test
    void listsDeadLettersAndTriesThemAgain() {
        String key = UUID.randomUUID().toString();
        tell(key, "wait for-nothing", "refuse " + key);
        await().atMost(Station.SOON).until(() -> deadLetter(key) != 0);
        long id = deadLetter(key);

        assertThat(mvc.get().uri("/api/test/dead-letters?limit=200"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[?(@.id == %d)].reason".formatted(id))
                .asArray()
                .containsExactly("refused: refuse " + key);
        assertThat(mvc.get().uri("/api/test/pending"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[?(@.key == '%s')].fact".formatted(key))
                .asArray()
                .containsExactly("for-nothing");
        assertThat(mvc.post().uri("/api/test/dead-letters/{id}/retry", id))
                .hasStatus(422)
                .bodyText()
                .contains("refused: refuse " + key);

        repair(id);
        assertThat(mvc.post().uri("/api/test/dead-letters/{id}/retry", id)).hasStatusOk();
        assertThat(mvc.post().uri("/api/test/dead-letters/{id}/retry", id)).hasStatusOk();
        assertThat(effects(key)).containsExactly("repaired");
        assertThat(mvc.get().uri("/api/test/dead-letters?limit=200").exchange())
                .bodyText()
                .doesNotContain(key);
    }

    @Test
    void refusesAnUnknownLetterAndALimitOutOfRange() {
        assertThat(mvc.post().uri("/api/test/dead-letters/999999/retry")).hasStatus(404);
        assertThat(mvc.get().uri("/api/test/dead-letters?limit=0")).hasStatus(400);
        assertThat(mvc.get().uri("/api/test/pending?limit=201")).hasStatus(400);
    }

    private void tell(String key, String... texts) {
        List<Event> events = List.of(texts).stream()
                .map(text -> new Event(Topics.TEAMS, key, "test.noted.v1", new Note(text)))
                .toList();
        transaction.executeWithoutResult(status -> outbox.addAll(events));
    }

    private List<String> effects(String key) {
        return jdbc.sql("select coalesce(note, 'erased') from effect where key = :key order by id")
                .param("key", key)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    private long deadLetter(String key) {
        return jdbc.sql("select coalesce(max(id), 0) from dead_letter where key = convert_to(:key, 'UTF8')")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private void repair(long id) {
        jdbc.sql("update dead_letter set body = convert_to('{\"text\": \"repaired\"}', 'UTF8') where id = :id")
                .param("id", id)
                .update();
    }
}
