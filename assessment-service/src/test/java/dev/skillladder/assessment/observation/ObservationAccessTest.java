package dev.skillladder.assessment.observation;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObservationAccessTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private String framework;
    private UUID engineer;
    private UUID manager;
    private UUID stranger;

    @BeforeEach
    void aReviewedPerson() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        stranger = others.engineer(null, role(framework, BACKEND));
        engineer = others.engineer(manager, role(framework, BACKEND));
        others.observe(
                engineer,
                5,
                observed(engineer, Kind.MANAGER, manager.toString(), framework, DAY, NOW, "java 4", "kafka 4"),
                observed(engineer, Kind.PEER, stranger.toString(), framework, DAY, NOW, "java 3", "sql 3"),
                observed(engineer, Kind.SELF, engineer.toString(), framework, DAY, NOW, "java 5"));
    }

    @Test
    void strangersSeeNothing() {
        assertThat(get(tokenOf(stranger), path("")).status()).isEqualTo(403);
        assertThat(get(operator(), path("")).status()).isEqualTo(403);
    }

    @Test
    void peersAreNamedToNobody() {
        for (String token : List.of(tokenOf(engineer), tokenOf(manager), hr())) {
            Answer answer = get(token, path(""));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().toString()).doesNotContain(stranger.toString());
            assertThat(answer.body().toString()).contains(manager.toString());
            assertThat(answer.body().get("items").size()).isEqualTo(5);
        }
    }

    @Test
    void fewPeersAreNotShownOneByOne() {
        assertThat(peerValues()).containsOnly("null");

        others.observe(
                engineer,
                7,
                observed(engineer, Kind.PEER, "second", framework, DAY, NOW, "java 2"),
                observed(engineer, Kind.PEER, "third", framework, DAY, NOW, "java 4"));
        assertThat(peerValues()).as("three on java, one on sql").containsExactlyInAnyOrder("2.0", "3.0", "4.0", "null");
    }

    private List<String> peerValues() {
        List<String> values = new ArrayList<>();
        get(tokenOf(engineer), path("")).body().get("items").forEach(item -> {
            if (item.get("kind").asString().equals("PEER")) {
                values.add(item.get("value").toString());
            }
        });
        return values;
    }

    @Test
    void pagesHoldEachObservationOnce() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(tokenOf(engineer), path("?limit=2" + after)).body();
            page.get("items").forEach(item -> seen.add(item.toString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aForgedCursorIsABadRequest() {
        assertThat(get(tokenOf(engineer), path("?after=nonsense")).status()).isEqualTo(400);
        assertThat(get(tokenOf(engineer), path("?limit=0")).status()).isEqualTo(400);
    }

    private String path(String query) {
        return "/api/assessments/engineers/" + engineer + "/observations" + query;
    }
}
