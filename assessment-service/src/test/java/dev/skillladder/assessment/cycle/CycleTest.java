package dev.skillladder.assessment.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class CycleTest extends AssessmentTest {

    private static final String CYCLES = "/api/assessments/cycles";
    private static final String REVIEWS = "/api/assessments/reviews";
    private static final String REQUESTS = "/api/assessments/review-requests";

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person colleague = Person.named("colleague");
    private final Person peer = Person.named("peer");
    private final UUID team = UUID.randomUUID();
    private final UUID subteam = UUID.randomUUID();

    @Autowired
    private FollowCycles follow;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void organisation() {
        facts.team(team, "Platform", null, manager);
        facts.team(subteam, "Storage", team, null);
        facts.known(
                Statements.about(manager), Statements.about(peer), member(engineer, team), member(colleague, subteam));
    }

    @Test
    void onlyHrOpensSeesAndChangesCycles() {
        String body = cycle("");
        for (String token : List.of(engineer.token(), manager.token(), peer.token("curator", "operator", "auditor"))) {
            refused(api.post(token, CYCLES, body));
            refused(api.get(token, CYCLES));
        }
        String path = opened("");
        for (String token : List.of(engineer.token(), manager.token(), peer.token("curator", "operator", "auditor"))) {
            refused(api.get(token, path));
            refused(api.put(token, path, body, "If-Match", "\"1\""));
            refused(api.post(token, path + "/extend", "{}", "If-Match", "\"1\""));
            refused(api.post(token, path + "/close", "{\"reason\": \"x\"}"));
            refused(api.post(token, path + "/reopen", "{\"reason\": \"x\"}"));
            refused(api.get(token, path + "/history"));
            refused(api.get(token, path + "/tasks"));
            refused(api.post(token, path + "/tasks", "{}"));
        }
        refused(api.get(engineer.token(), path + "/progress"));
        refused(api.get(engineer.token(), path + "/late"));
        refused(api.get(engineer.token(), path + "/participants"));
        assertThat(api.get(hr(), CYCLES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Reply reply = api.post(hr(), CYCLES, """
                {"name": {"zh": "", "en": "Autumn"}, "framework": "example", "frameworkVersion": 77, "to": "2026-10-31",
                 "teams": ["%s"], "roles": ["wizard"], "people": ["%s"], "peers": 11, "remindDaysBefore": -1}
                """.formatted(UUID.randomUUID(), manager));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers())
                .contains(
                        "/name",
                        "/frameworkVersion",
                        "/to",
                        "/teams/0",
                        "/roles/0",
                        "/people/0",
                        "/peers",
                        "/remindDaysBefore");
        assertThat(api.post(hr(), CYCLES, """
                        {"name": {"zh": "秋", "en": "Autumn"}, "framework": "example", "to": "2026-11-30"}""").status()).isEqualTo(422);
    }

    @Test
    void theSameOpeningTwiceIsOneCycle() {
        String key = "key-" + team;
        Reply first = api.post(hr(), CYCLES, cycle(""), "Idempotency-Key", key);
        Reply second = api.post(hr(), CYCLES, cycle(""), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void takesTeamsWithSubteamsWithoutThoseLeftOut() {
        assertThat(participants(opened(""))).containsExactlyInAnyOrder(engineer.toString(), colleague.toString());
        assertThat(api.get(engineer.token(), CYCLES + "/current").at("/cycle/name/en"))
                .isEqualTo("Autumn");
    }

    @Test
    void takesATeamAloneAndLeavesPeopleOut() {
        assertThat(participants(opened("\"subteams\": false,"))).containsExactly(engineer.toString());
        String elsewhere = opened("\"leftOut\": [\"%s\"],".formatted(engineer));
        assertThat(participants(elsewhere)).containsExactly(colleague.toString());
    }

    @Test
    void takesHoldersOfARoleAndPickedPeople() {
        String framework = ExampleFramework.freshId();
        facts.published(ExampleFramework.document(framework), 1);
        Person holder = Person.named("holder");
        Person other = Person.named("other");
        facts.known(
                Statements.about(holder)
                        .below(manager)
                        .role(framework, "streaming", "2020-01-01", null, Statements.RECORDED),
                Statements.about(other)
                        .below(manager)
                        .role(framework, "backend", "2020-01-01", null, Statements.RECORDED));

        Reply byRole = api.post(hr(), CYCLES, """
                {"name": {"zh": "秋", "en": "Autumn"}, "framework": "%s", "to": "2026-11-30", "roles": ["streaming"]}
                """.formatted(framework));
        assertThat(participants(CYCLES + "/" + byRole.at("/id"))).containsExactly(holder.toString());
        Reply picked = api.post(hr(), CYCLES, """
                {"name": {"zh": "秋", "en": "Autumn"}, "framework": "%s", "to": "2026-11-30", "people": ["%s"]}
                """.formatted(framework, other));
        assertThat(participants(CYCLES + "/" + picked.at("/id"))).containsExactly(other.toString());
    }

    @Test
    void aPersonTakesPartInOneRunningCycleAtATime() {
        String first = opened("");
        String second = opened("");

        assertThat(participants(second)).isEmpty();
        assertThat(api.get(hr(), second).at("/elsewhere")).isEqualTo("2");
        close(first);
        follow.run();
        assertThat(participants(second)).hasSize(2);
        assertThat(api.get(hr(), second).at("/elsewhere")).isEqualTo("0");
    }

    @Test
    void reviewsAnswerTheCyclesTasksAndProgressCountsThem() {
        String path = opened("\"peers\": 1,");
        assertThat(api.get(engineer.token(), CYCLES + "/current").at("/daysLeft"))
                .isEqualTo("29");
        assertThat(tasks(engineer)).containsExactly("SELF " + engineer);
        assertThat(tasks(manager)).containsExactlyInAnyOrder("MANAGER " + engineer, "MANAGER " + colleague);
        assertThat(tasks(peer)).isEmpty();
        ask(engineer, engineer, peer);
        assertThat(tasks(peer)).containsExactly("PEER " + engineer);

        Reply self = review(engineer, "SELF", engineer);
        assertThat(path).endsWith(String.valueOf(self.at("/cycle")));
        assertThat(review(peer, "PEER", engineer).at("/cycle")).isEqualTo(self.at("/cycle"));
        assertThat(review(engineer, "SELF", engineer).at("/cycle"))
                .as("the task is answered already")
                .isNull();

        JsonNode platform = team(api.get(hr(), path + "/progress"), team);
        assertThat(platform.at("/participants").asInt()).isEqualTo(1);
        assertThat(platform.at("/peersWanted").asInt()).isEqualTo(1);
        assertThat(counts(platform, "self")).containsExactly(1, 1, 1, 0, 0);
        assertThat(counts(platform, "manager")).containsExactly(1, 0, 0, 0, 0);
        assertThat(counts(platform, "peer")).containsExactly(1, 1, 1, 0, 0);
        assertThat(tasks(engineer)).isEmpty();
        assertThat(api.get(hr(), path + "/participants").text()).doesNotContain(peer.toString());
        assertThat(api.get(hr(), path + "/tasks").text()).doesNotContain(peer.toString());
    }

    @Test
    void openPagesAreToldOfProgressButNeverOfAPeer() {
        UUID cycle = UUID.fromString(opened("\"peers\": 1,").substring(CYCLES.length() + 1));
        ask(engineer, engineer, peer);
        assertThat(told(cycle)).isZero();

        review(peer, "PEER", engineer);
        assertThat(told(cycle)).isZero();
        review(manager, "MANAGER", engineer);
        assertThat(told(cycle)).isEqualTo(1);
        review(manager, "MANAGER", engineer);
        assertThat(told(cycle)).as("the task was answered before").isEqualTo(1);
        String id = review(engineer, "SELF", engineer).at("/id");
        assertThat(told(cycle)).isEqualTo(2);
        api.post(engineer.token(), REVIEWS + "/" + id + "/withdrawal", "{\"reason\": \"Too early.\"}");
        assertThat(told(cycle)).isEqualTo(3);
    }

    @Test
    void aWithdrawnReviewLeavesItsTaskOpenAgain() {
        opened("");
        String id = review(engineer, "SELF", engineer).at("/id");
        assertThat(tasks(engineer)).isEmpty();

        assertThat(api.post(engineer.token(), REVIEWS + "/" + id + "/withdrawal", "{\"reason\": \"Too early.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(tasks(engineer)).containsExactly("SELF " + engineer);
    }

    @Test
    void managersSeeTheProgressOfPeopleBelowThemOnly() {
        Person otherManager = Person.named("other-manager");
        Person other = Person.named("other");
        facts.known(
                Statements.about(otherManager),
                Statements.about(other)
                        .below(otherManager)
                        .team(team, "2020-01-01", null)
                        .backend());
        String path = opened("");

        assertThat(participants(path)).contains(other.toString());
        assertThat(participants(otherManager.token(), path)).containsExactly(other.toString());
        assertThat(team(api.get(otherManager.token(), path + "/progress"), team)
                        .at("/participants")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void joinersTakePartAndLeaversDoNotCountButStayInTheHistory() {
        String path = opened("");
        review(engineer, "SELF", engineer);
        Person joiner = Person.named("joiner");
        facts.known(member(joiner, team));
        facts.known(member(colleague, subteam).left().revision(2));
        follow.run();

        assertThat(participants(path)).containsExactlyInAnyOrder(engineer.toString(), joiner.toString());
        assertThat(tasks(joiner)).containsExactly("SELF " + joiner);
        assertThat(tasks(manager)).containsExactlyInAnyOrder("MANAGER " + engineer, "MANAGER " + joiner);
        Reply left = api.get(hr(), path + "/participants?state=LEFT");
        assertThat(left.at("/items/0/engineer")).isEqualTo(colleague.toString());
        assertThat(left.at("/items/0/self")).isEqualTo("ENDED");
        assertThat(team(api.get(hr(), path + "/progress"), subteam).isMissingNode())
                .isTrue();

        facts.known(member(colleague, subteam).revision(3));
        follow.run();
        assertThat(tasks(colleague)).containsExactly("SELF " + colleague);
    }

    @Test
    void theTaskFollowsANewManagerAndHrsChoiceStays() {
        Person next = Person.named("next");
        String path = opened("");
        facts.known(Statements.about(next).below(manager));
        facts.known(Statements.about(engineer)
                .line(manager, LineKind.SOLID, "2020-01-01", "2026-10-31")
                .line(next, LineKind.SOLID, "2026-11-01", null)
                .team(team, "2020-01-01", null)
                .backend()
                .revision(2));
        follow.run();
        assertThat(tasks(next)).containsExactly("MANAGER " + engineer);
        assertThat(tasks(manager)).containsExactly("MANAGER " + colleague);

        String task = api.get(next.token(), REQUESTS + "?state=OPEN").at("/items/0/id");
        assertThat(api.post(hr(), path + "/tasks/" + task + "/end", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.post(hr(), path + "/tasks/" + task + "/end", "{\"reason\": \"Knows the work too little.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(assign(path, engineer, next, "MANAGER").status()).isEqualTo(201);
        assertThat(assign(path, engineer, next, "MANAGER").status()).isEqualTo(409);
        assertThat(assign(path, engineer, colleague, "MANAGER").pointers()).containsExactly("/reviewers/0");
        assertThat(assign(path, engineer, engineer, "PEER").pointers()).containsExactly("/reviewers/0");
        assertThat(assign(path, manager, peer, "PEER").status()).isEqualTo(409);
        follow.run();
        assertThat(tasks(next)).containsExactly("MANAGER " + engineer);
    }

    @Test
    void isExtendedAndEditedFromTheRevisionThatWasReadOnly() {
        String path = opened("");
        String extension = "{\"to\": \"2026-12-15\", \"reason\": \"Holidays.\"}";

        assertThat(api.post(hr(), path + "/extend", extension).status()).isEqualTo(428);
        assertThat(api.post(hr(), path + "/extend", extension, "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.post(hr(), path + "/extend", "{\"to\": \"2026-12-15\"}", "If-Match", "\"1\"")
                        .pointers())
                .containsExactly("/reason");
        clock.set(NOW.plusSeconds(1));
        Reply extended = api.post(hr(), path + "/extend", extension, "If-Match", "\"1\"");
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.at("/due")).isEqualTo("2026-12-15");
        assertThat(extended.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(engineer.token(), CYCLES + "/current").at("/tasks/0/dueOn"))
                .isEqualTo("2026-12-15");

        clock.set(NOW.plusSeconds(2));
        assertThat(api.put(hr(), path, cycle("\"subteams\": false, \"self\": false,"), "If-Match", "\"2\"")
                        .pointers())
                .containsExactly("/self");
        assertThat(api.put(hr(), path, cycle("\"subteams\": false,"), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(participants(path)).containsExactly(engineer.toString());
        Reply history = api.get(hr(), path + "/history");
        assertThat(history.json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/what").asString()))
                .containsExactly("EDITED", "EXTENDED", "CREATED");
        assertThat(history.at("/items/1/reason")).isEqualTo("Holidays.");
        assertThat(history.at("/items/1/by")).isEqualTo("somebody-in-hr");
    }

    @Test
    void closesAndReopensWithAReason() {
        String path = opened("");
        assertThat(api.post(hr(), path + "/reopen", "{\"to\": \"2026-12-15\", \"reason\": \"x\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api.post(hr(), path + "/close", "{}").pointers()).containsExactly("/reason");
        close(path);
        assertThat(api.post(hr(), path + "/close", "{\"reason\": \"x\"}").status())
                .isEqualTo(409);
        assertThat(api.post(hr(), path + "/extend", "{\"to\": \"2026-12-15\", \"reason\": \"x\"}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(409);
        assertThat(tasks(engineer)).isEmpty();
        assertThat(review(manager, "MANAGER", engineer).at("/cycle")).isNull();

        clock.set(NOW.plusSeconds(1));
        assertThat(api.post(hr(), path + "/reopen", "{\"to\": \"2026-12-15\"}").pointers())
                .containsExactly("/reason");
        Reply reopened =
                api.post(hr(), path + "/reopen", "{\"to\": \"2026-12-15\", \"reason\": \"Two teams were ill.\"}");
        assertThat(reopened.at("/state")).isEqualTo("OPEN");
        assertThat(tasks(engineer)).containsExactly("SELF " + engineer);
        assertThat(review(engineer, "SELF", engineer).at("/cycle")).isEqualTo(reopened.at("/id"));
        assertThat(api.get(hr(), path + "/history").at("/items/0/reason")).isEqualTo("Two teams were ill.");
    }

    @Test
    void closesByItselfAfterItsLastDayAndLaterReviewsCountOutside() {
        String path = opened("\"peers\": 1,");
        ask(engineer, engineer, peer);
        clock.set(NOW.plus(Duration.ofDays(30)));
        assertThat(review(engineer, "SELF", engineer).at("/cycle"))
                .as("the day counts, not the job")
                .isNull();
        follow.run();

        Reply closed = api.get(hr(), path);
        assertThat(closed.at("/state")).isEqualTo("CLOSED");
        assertThat(api.get(hr(), path + "/history").at("/items/0/by")).isEqualTo("skill-ladder");
        assertThat(api.get(engineer.token(), CYCLES + "/current").at("/cycle")).isNull();
        Reply late = review(peer, "PEER", engineer);
        assertThat(late.status()).isEqualTo(201);
        assertThat(late.at("/cycle")).isNull();
        assertThat(review(peer, "PEER", engineer).status()).isEqualTo(403);
        assertThat(counts(team(api.get(hr(), path + "/progress"), team), "peer"))
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void aPlannedCycleOpensOnItsFirstDay() {
        String path = opened("\"from\": \"2026-11-03\",");
        assertThat(api.get(hr(), path).at("/state")).isEqualTo("PLANNED");
        assertThat(tasks(engineer)).isEmpty();

        clock.set(NOW.plus(Duration.ofDays(2)));
        follow.run();
        assertThat(api.get(hr(), path).at("/state")).isEqualTo("OPEN");
        assertThat(tasks(engineer)).containsExactly("SELF " + engineer);
    }

    @Test
    void listsWhoIsLateAfterTheDueDay() {
        String path = opened("\"due\": \"2026-11-10\",");
        assertThat(api.get(hr(), path + "/late").json().at("/items").size()).isZero();
        clock.set(NOW.plus(Duration.ofDays(10)));
        assertThat(review(engineer, "SELF", engineer).at("/cycle")).isNotNull();

        Reply first = api.get(hr(), path + "/late?limit=1");
        Reply second = api.get(hr(), path + "/late?limit=1&after=" + first.at("/next"));
        assertThat(List.of(first.at("/items/0/engineer"), second.at("/items/0/engineer")))
                .containsExactlyInAnyOrder(manager.toString(), colleague.toString());
        assertThat(second.at("/next")).isNull();
        assertThat(first.at("/items/0/since")).isEqualTo("2026-11-10");
        assertThat(api.get(manager.token(), path + "/late").json().at("/items").size())
                .as("managers see those below them")
                .isOne();
        assertThat(counts(team(api.get(hr(), path + "/progress"), team), "manager"))
                .containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void reviewsOutsideACycleArePossibleAtAnyTime() {
        Reply review = review(engineer, "SELF", engineer);
        assertThat(review.status()).isEqualTo(201);
        assertThat(review.at("/cycle")).isNull();
    }

    @Test
    void ofTwoThatFollowAtOnceOneDoesTheWork() throws InterruptedException {
        String path = opened("\"from\": \"2026-11-03\",");
        clock.set(NOW.plus(Duration.ofDays(2)));
        Thread one = Thread.ofVirtual().start(follow::run);
        Thread other = Thread.ofVirtual().start(follow::run);
        one.join();
        other.join();

        assertThat(api.get(hr(), path + "/history").json().at("/items").size()).isEqualTo(2);
        assertThat(tasks(engineer)).containsExactly("SELF " + engineer);
    }

    private Statements member(Person person, UUID of) {
        return Statements.about(person)
                .below(manager)
                .team(of, "2020-01-01", null)
                .backend();
    }

    private String cycle(String more) {
        return """
                {"name": {"zh": "秋季", "en": "Autumn"}, "framework": "example", %s "to": "2026-11-30", "teams": ["%s"]}
                """.formatted(more, team);
    }

    private String opened(String more) {
        Reply reply = api.post(hr(), CYCLES, cycle(more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return CYCLES + "/" + reply.at("/id");
    }

    private int told(UUID cycle) {
        return jdbc.sql(
                        "select count(*) from live_change where what = 'CYCLE' and thing = :cycle and about = :engineer")
                .param("cycle", cycle)
                .param("engineer", UUID.fromString(engineer.toString()))
                .query(Integer.class)
                .single();
    }

    private void close(String path) {
        assertThat(api.post(hr(), path + "/close", "{\"reason\": \"Everybody is done.\"}")
                        .status())
                .isEqualTo(200);
    }

    private Reply assign(String path, Person subject, Person reviewer, String kind) {
        return api.post(hr(), path + "/tasks", """
                {"subject": "%s", "reviewer": "%s", "kind": "%s", "reason": "Worked together."}
                """.formatted(subject, reviewer, kind));
    }

    private List<String> participants(String path) {
        return participants(hr(), path);
    }

    private List<String> participants(String token, String path) {
        return api.get(token, path + "/participants?state=ACTIVE")
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/engineer").asString())
                .toList();
    }

    private List<String> tasks(Person person) {
        return api.get(person.token(), CYCLES + "/current")
                .json()
                .at("/tasks")
                .valueStream()
                .map(task ->
                        task.at("/kind").asString() + " " + task.at("/subject").asString())
                .toList();
    }

    private void ask(Person requester, Person subject, Person reviewer) {
        assertThat(api.post(requester.token(), REQUESTS, """
                        {"subject": "%s", "reviewers": ["%s"]}""".formatted(subject, reviewer))
                        .status())
                .isEqualTo(201);
    }

    private Reply review(Person rater, String kind, Person subject) {
        return api.post(rater.token(), REVIEWS, """
                {"subject": "%s", "kind": "%s", "framework": "example", "ratings": [{"skill": "java", "value": 3}]}
                """.formatted(subject, kind));
    }

    private static JsonNode team(Reply progress, UUID team) {
        return progress.json()
                .at("/teams")
                .valueStream()
                .filter(one -> one.at("/team").asString().equals(team.toString()))
                .findFirst()
                .orElseGet(() -> progress.json().at("/nothing"));
    }

    private static List<Integer> counts(JsonNode team, String kind) {
        JsonNode funnel = team.at("/" + kind);
        return List.of(
                funnel.at("/invited").asInt(),
                funnel.at("/drafted").asInt(),
                funnel.at("/submitted").asInt(),
                funnel.at("/declined").asInt(),
                funnel.at("/late").asInt());
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("not-allowed");
    }
}
