package dev.skillladder.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.TeamChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells other services' facts through Kafka and waits until this service knows them. */
public final class Facts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private boolean examplePublished;

    Facts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Version 1 of the example framework is known. */
    public synchronized void exampleIsPublished() {
        if (!examplePublished) {
            published(ExampleFramework.document(), 1);
            examplePublished = true;
        }
    }

    public void published(FrameworkDocument document, int version) {
        TestTopics.send(
                Topics.FRAMEWORKS,
                FrameworkPublished.key(document.id(), version),
                "/catalog-service",
                FrameworkPublished.TYPE,
                new FrameworkPublished(
                        document.id(),
                        version,
                        false,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        "0".repeat(64),
                        document));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                jdbc.sql("select count(*) from known_framework where framework = ? and version = ?")
                                        .params(document.id(), version)
                                        .query(Integer.class)
                                        .single())
                        .isOne());
    }

    public void known(Statements... people) {
        known(Arrays.stream(people).map(Statements::event).toArray(EngineerChanged[]::new));
    }

    public void known(EngineerChanged... people) {
        for (EngineerChanged person : people) {
            TestTopics.send(
                    Topics.ENGINEERS, person.engineer().toString(), "/profile-service", EngineerChanged.TYPE, person);
        }
        for (EngineerChanged person : people) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(revision(person.engineer())).isGreaterThanOrEqualTo(person.revision()));
        }
    }

    /** profile-service erased the person. */
    public void erased(Person person) {
        TestTopics.send(Topics.ENGINEERS, person.id().toString(), "/profile-service", "erased", null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(jdbc.sql("select identity is null from known_engineer where engineer = ?")
                                        .param(person.id())
                                        .query(Boolean.class)
                                        .single())
                                .isTrue());
    }

    public void team(UUID team, String name, @Nullable UUID parent, @Nullable Person lead) {
        TestTopics.send(
                Topics.TEAMS,
                team.toString(),
                "/profile-service",
                TeamChanged.TYPE,
                new TeamChanged(
                        team,
                        1,
                        Statements.RECORDED,
                        new Text(name + "组", name),
                        parent,
                        lead == null ? null : lead.id(),
                        false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from known_team where team = ?")
                                .param(team)
                                .query(Integer.class)
                                .single())
                        .isOne());
    }

    private long revision(UUID engineer) {
        return jdbc.sql("select coalesce(max(revision), 0) from known_engineer where engineer = ?")
                .param(engineer)
                .query(Long.class)
                .single();
    }
}
