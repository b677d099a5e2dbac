package dev.skillladder.assessment.live;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentService;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.testsupport.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

class LiveTest extends AssessmentTest {

    private static final String STREAM = "/api/assessments/stream";

    @Autowired
    private LiveChanges live;

    @Autowired
    private StoredChanges stored;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Environment environment;

    private final List<OpenPage> pages = new ArrayList<>();
    private String framework;
    private UUID manager;
    private UUID engineer;
    private UUID stranger;

    @BeforeEach
    void people() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        stranger = others.engineer(null);
        engineer = others.engineer(manager, role(framework, STREAMING));
    }

    @AfterEach
    void closePages() {
        pages.forEach(OpenPage::close);
    }

    @Test
    void refusesWhoHasNoToken() {
        assertThat(api.get(null, STREAM).status()).isEqualTo(401);
        assertThat(api.get(TestTokens.expired(engineer.toString()), STREAM).status())
                .isEqualTo(401);
    }

    @Test
    void tellsThePersonManagersAndHrThatALevelChangedAndNobodyElse() {
        OpenPage own = open(tokenOf(engineer));
        OpenPage above = open(tokenOf(manager));
        OpenPage hr = open(hr());
        OpenPage other = open(tokenOf(stranger));

        rate("kafka 4");

        String level = "level {\"engineer\":\"" + engineer + "\"}";
        own.awaitEvent(level);
        above.awaitEvent(level);
        hr.awaitEvent(level);
        tellInboxOf(stranger);
        other.awaitEvent("inbox {}");
        assertThat(other.events).doesNotContain(level);
        assertThat(own.events).doesNotContain("inbox {}");
    }

    @Test
    void tellsIdsOnly() {
        OpenPage hr = open(hr());
        UUID cycle = UUID.randomUUID();

        rate("kafka 4");
        tell(Change.cycle(cycle, engineer));

        hr.awaitEvent("cycle {\"cycle\":\"" + cycle + "\"}");
        await().untilAsserted(() ->
                assertThat(hr.events).anySatisfy(event -> assertThat(event).startsWith("level ")));
        assertThat(hr.events)
                .allSatisfy(event -> assertThat(event)
                        .matches("(level \\{\"engineer\":\"[0-9a-f-]{36}\"}|cycle \\{\"cycle\":\"[0-9a-f-]{36}\"})"));
    }

    @Test
    void tellsOfAnEstimateThatLeavesTheLevelAsItWas() {
        OpenPage own = open(tokenOf(engineer));
        OpenPage other = open(tokenOf(stranger));

        rate("java 3"); // the role does not ask for it

        own.awaitEvent("level {\"engineer\":\"" + engineer + "\"}");
        assertThat(jdbc.sql("select count(*) from live_change where what = 'LEVEL' and about = ?")
                        .param(engineer)
                        .query(Integer.class)
                        .single())
                .as("no message on the topic of levels says so")
                .isOne();
        assertThat(other.events).isEmpty();
    }

    @Test
    void tellsOfACycleWhomItConcernsAndNobodyElse() {
        OpenPage own = open(tokenOf(engineer));
        OpenPage above = open(tokenOf(manager));
        OpenPage other = open(tokenOf(stranger));
        String opened = post(hr(), "/api/assessments/cycles", """
                        {"name": {"zh": "评审", "en": "Reviews"}, "framework": "%s", "to": "%s", "people": ["%s"]}
                        """.formatted(framework, TODAY.plusDays(20), engineer))
                .body()
                .path("id")
                .asString();
        String cycle = "cycle {\"cycle\":\"" + opened + "\"}";
        own.awaitEvent(cycle);
        above.awaitEvent(cycle);
        own.events.clear();
        String path = "/api/assessments/cycles/" + opened;
        assertThat(send(
                                hr(),
                                "POST",
                                path + "/extend",
                                "{\"to\": \"%s\", \"reason\": \"More.\"}".formatted(TODAY.plusDays(30)),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(200);
        own.awaitEvent(cycle);
        own.events.clear();
        assertThat(post(hr(), path + "/close", "{\"reason\": \"Done.\"}").status())
                .isEqualTo(200);
        own.awaitEvent(cycle);
        own.events.clear();
        assertThat(post(hr(), path + "/reopen", "{\"to\": \"%s\", \"reason\": \"Ill.\"}".formatted(TODAY.plusDays(40)))
                        .status())
                .isEqualTo(200);
        own.awaitEvent(cycle);

        tellInboxOf(stranger);
        other.awaitEvent("inbox {}");
        assertThat(other.events).containsExactly("inbox {}");
    }

    /** The first and second peer's words are no news to the person, not by the stream either. */
    @Test
    void tellsThePersonOfPeersOnlyWhenTheThirdAnswers() {
        List<UUID> peers = List.of(others.engineer(null), others.engineer(null), others.engineer(null));
        assertThat(post(tokenOf(engineer), "/api/assessments/review-requests", """
                        {"subject": "%s", "reviewers": ["%s", "%s", "%s"]}
                        """.formatted(
                                        engineer, peers.get(0), peers.get(1), peers.get(2)))
                        .status())
                .isEqualTo(201);
        OpenPage own = open(tokenOf(engineer));
        OpenPage above = open(tokenOf(manager));
        String level = "level {\"engineer\":\"" + engineer + "\"}";
        for (UUID peer : peers.subList(0, 2)) {
            above.events.clear();
            answer(peer);
            above.awaitEvent(level);
            tellInboxOf(engineer);
            own.awaitEvent("inbox {}");
            assertThat(own.events).containsOnly("inbox {}");
            own.events.clear();
        }

        answer(peers.get(2));

        own.awaitEvent(level);
    }

    private void answer(UUID peer) {
        assertThat(post(tokenOf(peer), "/api/assessments/reviews", """
                        {"subject": "%s", "kind": "PEER", "framework": "%s", "ratings": [{"skill": "kafka", "value": 4}]}
                        """.formatted(engineer, framework))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void checksTheRelationshipOfThatMoment() {
        OpenPage above = open(tokenOf(manager));
        jdbc.sql("delete from known_reporting_line where engineer = ?")
                .param(engineer)
                .update();

        tell(Change.cycle(UUID.randomUUID(), engineer));
        tellInboxOf(manager);

        above.awaitEvent("inbox {}");
        assertThat(above.events).containsExactly("inbox {}");
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        OpenPage own = open(tokenOf(engineer));
        transaction.executeWithoutResult(status -> {
            live.tell(List.of(Change.inbox(engineer)));
            status.setRollbackOnly();
        });
        UUID cycle = UUID.randomUUID();
        tell(Change.cycle(cycle, engineer));

        own.awaitEvent("cycle {\"cycle\":\"" + cycle + "\"}");
        assertThat(own.events).doesNotContain("inbox {}");
    }

    @Test
    void resumesWhereThePageWas() {
        OpenPage first = open(tokenOf(engineer));
        first.close();
        OpenPage hr = open(hr());
        rate("kafka 4");
        UUID cycle = UUID.randomUUID();
        tell(Change.cycle(cycle, engineer));
        hr.awaitEvent("level {\"engineer\":\"" + engineer + "\"}");
        hr.awaitEvent("cycle {\"cycle\":\"" + cycle + "\"}");

        OpenPage again = open(tokenOf(engineer), first.lastId());

        again.awaitEvent("level {\"engineer\":\"" + engineer + "\"}");
        again.awaitEvent("cycle {\"cycle\":\"" + cycle + "\"}");
        assertThat(again.events).doesNotContain("reload {}");
    }

    @Test
    void tellsAPageToReadAnewThatWasAwayTooLong() {
        open(tokenOf(engineer), "not-an-id").awaitEvent("reload {}");
        open(tokenOf(engineer), "0.1.2").awaitEvent("reload {}");

        OpenPage page = open(tokenOf(engineer));
        tell(Change.inbox(stranger));
        tell(Change.inbox(stranger));
        jdbc.sql("delete from live_change where id < (select max(id) from live_change)")
                .update();
        open(tokenOf(engineer), "0" + page.lastId().substring(page.lastId().indexOf('.')))
                .awaitEvent("reload {}");
    }

    @Test
    void forgetsChangesAfterAWhileButTheNewest() {
        jdbc.sql("delete from live_change").update(); // other tests' clocks were later
        tell(Change.inbox(stranger));
        tell(Change.inbox(stranger));
        clock.set(NOW.plus(Duration.ofHours(1)));

        stored.forget();

        assertThat(jdbc.sql("select count(*) from live_change")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void endsWhenTheTokenEnds() {
        String brief = TestTokens.tokenWith(
                engineer.toString(), "exp", Date.from(Instant.now().plusSeconds(4)));
        OpenPage page = open(brief);
        assertThat(page.ended()).isFalse();

        await().atMost(Duration.ofSeconds(12)).until(page::ended);
    }

    @Test
    void refusesTheEleventhStreamOfAPerson() {
        for (int i = 0; i < 10; i++) {
            open(tokenOf(engineer));
        }

        assertThat(api.get(tokenOf(engineer), STREAM).status()).isEqualTo(429);
        open(tokenOf(manager));
        pages.getFirst().close();
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            tellInboxOf(engineer); // whoever writes to a page that is gone finds out
            try (OpenPage page = OpenPage.open(api.at(STREAM), tokenOf(engineer), null)) {
                assertThat(page.ended()).isFalse();
            }
        });
    }

    @Test
    void listensAnewAfterTheDatabaseEndedTheConnection() {
        OpenPage own = open(tokenOf(engineer));
        jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%live'")
                .query(Boolean.class)
                .list();

        tellInboxOf(engineer);

        own.awaitEvent("inbox {}");
    }

    @Test
    void tellsPagesOfAnotherInstanceAndLetsThemMoveBetweenInstances() {
        OpenPage before = open(tokenOf(engineer));
        try (ConfigurableApplicationContext second = secondInstance()) {
            URI there =
                    URI.create("http://127.0.0.1:" + second.getEnvironment().getProperty("local.server.port") + STREAM);
            OpenPage onSecond = OpenPage.open(there, tokenOf(engineer), null);
            pages.add(onSecond);
            await().until(() -> onSecond.lastId().contains("."));

            tellInboxOf(engineer);
            rate("kafka 4");

            onSecond.awaitEvent("inbox {}");
            onSecond.awaitEvent("level {\"engineer\":\"" + engineer + "\"}");
            before.awaitEvent("level {\"engineer\":\"" + engineer + "\"}");
            String position = onSecond.lastId();
            onSecond.close();
            UUID cycle = UUID.randomUUID();
            tell(Change.cycle(cycle, engineer));

            OpenPage moved = open(tokenOf(engineer), position);
            moved.awaitEvent("cycle {\"cycle\":\"" + cycle + "\"}");
            assertThat(moved.events).doesNotContain("reload {}");
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        return new SpringApplicationBuilder(AssessmentService.class)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--server.port=0",
                        "--DB_URL=" + environment.getProperty("DB_URL"),
                        "--DB_USER=" + environment.getProperty("DB_USER"),
                        "--DB_PASSWORD=" + environment.getProperty("DB_PASSWORD"),
                        "--KAFKA_BOOTSTRAP_SERVERS=" + environment.getProperty("KAFKA_BOOTSTRAP_SERVERS"),
                        "--OIDC_ISSUER=" + environment.getProperty("OIDC_ISSUER"),
                        "--OIDC_JWKS_URL=" + environment.getProperty("OIDC_JWKS_URL"),
                        "--ENCRYPTION_KEYS=" + environment.getProperty("ENCRYPTION_KEYS"),
                        "--assessment.ageing.every=1h",
                        "--assessment.recomputation.every=1h",
                        "--assessment.impact.every=1h",
                        "--spring.jmx.enabled=false");
    }

    private OpenPage open(String token) {
        return open(token, null);
    }

    /** Opens a page once this instance knows where its sources are. */
    private OpenPage open(String token, String lastId) {
        OpenPage page = OpenPage.open(api.at(STREAM), token, lastId);
        pages.add(page);
        return page;
    }

    private void rate(String rating) {
        int known = jdbc.sql("select count(*) from observation where engineer = ?")
                .param(engineer)
                .query(Integer.class)
                .single();
        others.observe(
                engineer,
                known + 1,
                observed(engineer, Kind.MANAGER, manager.toString(), framework, TODAY, NOW, rating));
    }

    private void tellInboxOf(UUID person) {
        tell(Change.inbox(person));
    }

    private void tell(Change change) {
        transaction.executeWithoutResult(_ -> live.tell(List.of(change)));
    }
}
