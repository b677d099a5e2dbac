package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.SECOND_PEER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.skillladder.localstack.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Pages stay open while others work: they hear of it at once, of nothing they may not know, and again after a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveStoryTest {

    private static final String STREAM = "/api/assessments/stream";
    private static final String CYCLES = "/api/assessments/cycles";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.LIVE);
    private final List<OpenPage> pages = new ArrayList<>();
    private String level = "";

    @BeforeAll
    void hire() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(() -> example.as(MANAGER)
                        .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/level")
                        .expect(200));
        level = "level {\"engineer\":\"" + example.id(ENGINEER) + "\"}";
    }

    @AfterAll
    void closePages() {
        pages.forEach(OpenPage::close);
    }

    @Test
    @Order(1)
    void nobodyListensWithoutAToken() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(installation.gateway() + STREAM))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void aReviewReachesTheOpenPagesOfThosePeopleWhoMayKnow() throws IOException, InterruptedException {
        OpenPage own = open(ENGINEER, null);
        OpenPage above = open(MANAGER, null);
        OpenPage other = open(STRANGER, null);

        review(Map.of("java", 4, "kafka", 4, "sql", 3, "testing", 4));

        eventually().untilAsserted(() -> assertThat(own.events).contains(level));
        eventually().untilAsserted(() -> assertThat(above.events).contains(level));
        assertThat(other.events).isEmpty();
    }

    @Test
    @Order(3)
    void aNoticeReachesThePersonAlone() throws IOException, InterruptedException {
        OpenPage own = open(ENGINEER, null);
        OpenPage above = open(MANAGER, null);
        String item = example.as(ENGINEER)
                .post(
                        "/api/assessments/evidence",
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "PROJECT",
                                "title",
                                "Billing",
                                "framework",
                                example.framework(),
                                "observedOn",
                                WorkedExample.DAY,
                                "ratings",
                                WorkedExample.ratings(Map.of("sql", 4))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        example.as(MANAGER)
                .post("/api/assessments/evidence/" + item + "/verification", Map.of("reason", "Saw it"))
                .expect(200);

        eventually().untilAsserted(() -> assertThat(own.events).contains("inbox {}"));
        assertThat(above.events).doesNotContain("inbox {}");
        var inbox =
                example.as(ENGINEER).get("/api/assessments/inbox").expect(200).json();
        assertThat(inbox.path("unread").asInt()).isOne();
        String notice = "/api/assessments/inbox/" + inbox.at("/items/0/id").asString() + "/read";
        example.as(MANAGER).post(notice, Map.of()).expect(404);
        example.as(ENGINEER).post(notice, Map.of()).expect(204);
        example.as(ENGINEER).post(notice, Map.of()).expect(204);
    }

    @Test
    @Order(4)
    void aPageThatWasAwayHearsWhatItMissed() throws IOException, InterruptedException {
        OpenPage before = open(ENGINEER, null);
        OpenPage above = open(MANAGER, null);
        before.close();
        review(Map.of("java", 1));
        eventually().untilAsserted(() -> assertThat(above.events).contains(level));

        OpenPage again = open(ENGINEER, before.lastId);

        eventually().untilAsserted(() -> assertThat(again.events).contains(level));
        assertThat(again.events).doesNotContain("reload {}");
    }

    @Test
    @Order(5)
    void aPageReadsAnewWhatItMissedDuringARestart() throws IOException, InterruptedException {
        OpenPage before = open(ENGINEER, null);
        installation.stack().kill(Part.ASSESSMENT);
        eventually().until(() -> before.ended);
        installation.stack().start(Part.ASSESSMENT);
        review(Map.of("java", 3, "kafka", 3));

        OpenPage again = open(ENGINEER, before.lastId);

        eventually().untilAsserted(() -> assertThat(again.events).containsAnyOf("reload {}", level));
    }

    @Test
    @Order(6)
    void aCycleReachesThosePeopleWhomItConcerns() throws IOException, InterruptedException {
        OpenPage own = open(ENGINEER, null);
        OpenPage above = open(MANAGER, null);
        OpenPage other = open(STRANGER, null);
        Api hr = example.as("hr");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String id = hr.post(
                        CYCLES,
                        Map.of(
                                "name", Map.of("zh", "评审", "en", "Reviews"),
                                "framework", example.framework(),
                                "to", today.plusDays(9),
                                "people", List.of(example.id(ENGINEER))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String path = CYCLES + "/" + id;
        String heard = "cycle {\"cycle\":\"" + id + "\"}";
        hears(heard, own, above);

        String longer = "{\"to\": \"%s\", \"reason\": \"Holidays.\"}".formatted(today.plusDays(20));
        hr.send(
                        "POST",
                        path + "/extend",
                        longer,
                        Map.of("If-Match", hr.get(path).etag()))
                .expect(200);
        hears(heard, own, above);
        hr.post(path + "/close", Map.of("reason", "Enough.")).expect(200);
        hears(heard, own, above);
        hr.post(path + "/reopen", Map.of("to", today.plusDays(30), "reason", "Some were ill."))
                .expect(200);
        hears(heard, own, above);
        hr.post(path + "/close", Map.of("reason", "Enough.")).expect(200);
        hears(heard, own, above);
        assertThat(other.events).isEmpty();
    }

    @Test
    @Order(7)
    void peersAreNoNewsToThePersonUntilTheThirdAnswers() throws IOException, InterruptedException {
        List<String> peers = List.of(FIRST_PEER, SECOND_PEER, STRANGER);
        example.as(ENGINEER)
                .post(
                        "/api/assessments/review-requests",
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "reviewers",
                                peers.stream().map(example::id).toList()))
                .expect(201);
        OpenPage own = open(ENGINEER, null);
        OpenPage above = open(MANAGER, null);
        for (String peer : peers.subList(0, 2)) {
            above.events.clear();
            answer(peer);
            hears(level, above);
        }
        assertThat(own.events).doesNotContain(level);

        answer(peers.get(2));

        hears(level, own);
    }

    @Test
    @Order(8)
    void aPageAtAnotherInstanceHearsTheSameAndMayMove() throws IOException, InterruptedException {
        var stack = installation.stack();
        stack.start(Part.ASSESSMENT_2);
        try {
            OpenPage there = open(stack.url(Part.ASSESSMENT_2), token(MANAGER), null);
            OpenPage here = open(MANAGER, null);
            OpenPage other = open(stack.url(Part.ASSESSMENT_2), token(FIRST_PEER), null);
            // a new instance tells "reload" for what came before it knew where its reading begins
            for (OpenPage page : List.of(there, other)) {
                eventually().until(() -> String.valueOf(page.lastId).contains("."));
            }

            review(Map.of("java", 5, "kafka", 5, "sql", 5, "testing", 5, "mentoring", 5));

            hears(level, there, here);
            assertThat(other.events).doesNotContain(level);
            there.close();
            review(Map.of("java", 1, "kafka", 1, "sql", 1, "testing", 1, "mentoring", 1));
            hears(level, here);
            OpenPage moved = open(MANAGER, there.lastId);
            eventually().untilAsserted(() -> assertThat(moved.events).contains(level));
            assertThat(moved.events).doesNotContain("reload {}");
        } finally {
            stack.stop(Part.ASSESSMENT_2);
        }
    }

    @Test
    @Order(9)
    void aPageEndsWithItsToken() throws Exception {
        JWTClaimsSet brief = new JWTClaimsSet.Builder()
                .issuer(installation.stack().url(Part.IDENTITY))
                .subject(example.as(ENGINEER).user())
                .audience("skill-ladder")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(6)))
                .build();
        OpenPage page = open(installation.gateway(), SigningKey.of(installation).sign(brief), null);
        OpenPage lasting = open(ENGINEER, null);
        assertThat(page.ended).isFalse();

        eventually().until(() -> page.ended);

        assertThat(lasting.ended).isFalse();
    }

    private void answer(String peer) {
        example.as(peer)
                .post("/api/assessments/reviews", example.review("PEER", Map.of("java", 4)))
                .expect(201);
    }

    private static void hears(String event, OpenPage... pages) {
        for (OpenPage page : pages) {
            eventually().untilAsserted(() -> assertThat(page.events).contains(event));
            page.events.clear();
        }
    }

    private void review(Map<String, Integer> ratings) {
        example.as(MANAGER)
                .post("/api/assessments/reviews", example.review("MANAGER", ratings))
                .expect(201);
    }

    private OpenPage open(String user, @Nullable String lastId) throws IOException, InterruptedException {
        return open(installation.gateway(), token(user), lastId);
    }

    private String token(String user) {
        return installation.token(example.as(user).user());
    }

    private OpenPage open(String address, String token, @Nullable String lastId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + STREAM)).header("Authorization", "Bearer " + token);
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenPage page = new OpenPage(answer.body());
        pages.add(page);
        eventually().until(() -> page.lastId != null);
        return page;
    }

    /** Reads a stream as a browser does. */
    private static final class OpenPage {

        final List<String> events = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private volatile @Nullable String lastId;
        private volatile boolean ended;

        OpenPage(InputStream body) {
            this.body = body;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String event = "";
            try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        lastId = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        event = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(event + " " + line.substring(6));
                    }
                }
            } catch (IOException closed) {
                // the page or the service ended it
            }
            ended = true;
        }

        void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
