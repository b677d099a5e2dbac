package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people and the framework of the worked example: a manager, one engineer, two peers and a stranger in one team, and
 * five skills. Built through the API alone, again and again with the same result.
 */
final class WorkedExample {

    private static final List<String> OFFICES = List.of("hr", "curator", "cocurator", "auditor", "operator");
    private static final List<String> PEOPLE =
            List.of("lin.haoran", "wang.siyuan", "emily.carter", "zhao.yutong", "david.brown");

    static final String MANAGER = "lin.haoran";
    static final String ENGINEER = "wang.siyuan";
    static final String FIRST_PEER = "emily.carter";
    static final String SECOND_PEER = "zhao.yutong";
    static final String STRANGER = "david.brown";

    /** Everything in the example was observed on this day and is read as of it. */
    static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private static final LocalDate SINCE = LocalDate.parse("2025-01-01");

    final UUID team = UUID.randomUUID();
    private final Map<String, UUID> people = new HashMap<>();
    private final Installation installation;
    private final String story;

    /**
     * An example of its own beside others in the same installation.
     *
     * @param story prefix of the people's user names; empty for those every installation knows
     */
    WorkedExample(Installation installation, String story) {
        this.installation = installation;
        this.story = story;
    }

    /** Every user the example of that story logs in as. */
    static Stream<String> users(String story) {
        return Stream.concat(OFFICES.stream(), PEOPLE.stream().map(person -> story + person));
    }

    String framework() {
        return story + "worked-example";
    }

    UUID id(String user) {
        return people.computeIfAbsent(user, _ -> UUID.randomUUID());
    }

    Api as(String user) {
        return new Api(installation, OFFICES.contains(user) ? user : story + user);
    }

    ObjectNode document() throws IOException {
        try (var json = WorkedExample.class.getResourceAsStream("/worked-example.json")) {
            var document = (ObjectNode) JsonMapper.shared().readTree(json);
            return document.put("id", framework());
        }
    }

    /** Publishes the framework; answers its version. */
    int publish(JsonNode document) {
        return publish(draft(document));
    }

    /** Starts a draft; answers its path. */
    String draft(JsonNode document) {
        String drafts = "/api/catalog/frameworks/" + document.path("id").asString() + "/drafts";
        var draft = as("curator").post(drafts, Map.of("document", document)).expect(201);
        return drafts + "/" + draft.json().path("id").asString();
    }

    int publish(String draft) {
        return as("curator")
                .post(draft + "/publish", Map.of("textOnly", false))
                .expect(200, 201)
                .json()
                .path("version")
                .asInt();
    }

    /** Starts a draft of the framework's newest version; answers its path. */
    String draftOfLatest() {
        String path = "/api/catalog/frameworks/" + framework();
        int newest = as("curator")
                .get(path + "/versions/latest")
                .expect(200)
                .json()
                .path("version")
                .asInt();
        return path
                + "/drafts/"
                + as("curator")
                        .post(path + "/drafts", Map.of("basedOn", newest))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    /** Sees what the draft would do, lets a second curator agree where that is needed, and publishes. */
    int publishLooked(String draft) {
        lookAtImpact(draft);
        if (as("curator").get(draft + "/impact").json().path("secondCurator").asBoolean()) {
            as("cocurator").post(draft + "/approval", Map.of()).expect(200);
        }
        return publish(draft);
    }

    /** Runs the draft over everybody; answers the run when it is done. */
    JsonNode lookAtImpact(String draft) {
        as("curator").post(draft + "/impact", Map.of()).expect(202);
        Api.eventually()
                .untilAsserted(() -> assertThat(as("curator")
                                .get(draft + "/impact")
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
        return as("curator").get(draft + "/impact").expect(200).json();
    }

    /** Creates team and people; all but the stranger report to the manager and work as developers. */
    void hire() {
        var hr = as("hr");
        hr.put("/api/profiles/teams/" + team, Map.of("name", text("示例组", "Example team")))
                .expect(201);
        for (String user : List.of(MANAGER, ENGINEER, FIRST_PEER, SECOND_PEER, STRANGER)) {
            hr.put(
                            "/api/profiles/engineers/" + id(user),
                            Map.of(
                                    "identity",
                                    story + user,
                                    "employeeNumber",
                                    "X-" + story + user,
                                    "name",
                                    text("示例", user),
                                    "email",
                                    story + user + "@skillladder.example",
                                    "hireDate",
                                    SINCE,
                                    "state",
                                    "ACTIVE"))
                    .expect(201);
        }
        for (String user : List.of(ENGINEER, FIRST_PEER, SECOND_PEER)) {
            String engineer = "/api/profiles/engineers/" + id(user);
            hr.post(engineer + "/reporting-lines", Map.of("manager", id(MANAGER), "kind", "SOLID", "from", SINCE))
                    .expect(200, 201);
            hr.post(engineer + "/team-memberships", Map.of("team", team, "from", SINCE))
                    .expect(200, 201);
            // profile-service may not have heard of the framework yet
            Api.eventually()
                    .untilAsserted(() -> hr.post(
                                    engineer + "/role-assignments",
                                    Map.of("framework", framework(), "role", "developer", "from", SINCE))
                            .expect(200, 201));
        }
    }

    /** Body of a review of the engineer on the example's day. */
    Map<String, Object> review(String kind, Map<String, ? extends Number> ratings) {
        return Map.of(
                "subject", id(ENGINEER),
                "kind", kind,
                "framework", framework(),
                "observedOn", DAY,
                "ratings", ratings(ratings));
    }

    static List<Map<String, Object>> ratings(Map<String, ? extends Number> ratings) {
        return ratings.entrySet().stream()
                .map(rating -> Map.<String, Object>of("skill", rating.getKey(), "value", rating.getValue()))
                .toList();
    }

    private static Map<String, String> text(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }
}
