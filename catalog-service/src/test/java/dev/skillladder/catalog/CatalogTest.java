package dev.skillladder.catalog;

import dev.skillladder.testsupport.WithStack;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running service on real PostgreSQL and Kafka; one context for the module, so every test uses new frameworks. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // it also owns the topic it reads, so that tests can tell what assessment-service would
        properties = "skill-ladder.delivery.owns=catalog.frameworks,catalog.impact-requests,assessment.impact")
@WithStack
public abstract class CatalogTest {

    @LocalServerPort
    private int port;

    @Autowired
    protected JdbcClient jdbc;

    protected Api api;

    @BeforeEach
    void connect() {
        api = new Api(port);
    }

    /** A framework id that no other test uses. */
    protected static String newFramework() {
        return "f-" + UUID.randomUUID();
    }

    /** Starts a draft from the document. */
    protected Api.Answer draft(String framework, SmallFramework document) {
        return api.as("carla", "curator")
                .post("/api/catalog/frameworks/" + framework + "/drafts", "{\"document\": " + document.json() + "}");
    }

    /** Starts, looks at the impact where it must be, and publishes; answers the publication. */
    protected Api.Answer publish(String framework, SmallFramework document) {
        return publish(draft(framework, document).location());
    }

    /** Looks at the impact where it must be, and publishes. */
    protected Api.Answer publish(String draft) {
        Api carla = api.as("carla", "curator");
        Api.Answer answer = carla.post(draft + "/publish", "{}");
        if (answer.status() != 409 || !answer.problem().equals("impact-missing")) {
            return answer;
        }
        nobodyConcerned(draft);
        return carla.post(draft + "/publish", "{}");
    }

    /** The draft was run over everybody, and nobody holds a role of its framework. */
    protected void nobodyConcerned(String draft) {
        String run = api.as("carla", "curator")
                .post(draft + "/impact", "")
                .json()
                .at("/run")
                .asString();
        jdbc.sql("update impact_runs set state = 'DONE' where run = ?")
                .param(UUID.fromString(run))
                .update();
    }
}
