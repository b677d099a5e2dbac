package dev.skillladder.assessment.programme;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.GrowthFramework;
import dev.skillladder.contract.assessment.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Newcomers who started a year ago: entry asks java and testing at 2, half a year java at 2, a year junior. */
class ProgrammeTest extends AssessmentTest {

    private static final String PATH = "/api/assessments/programmes";
    private static final String GOOD = """
            [{"skill": "java", "kind": "MANAGER", "source": "interview", "value": 2, "observedOn": "2026-10-30"},
             {"skill": "testing", "kind": "MANAGER", "source": "interview", "value": 2.5, "observedOn": "2026-10-30"}]""";

    @Autowired
    private RemindParticipants remind;

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID newcomer = UUID.randomUUID();
    private UUID mentor = UUID.randomUUID();

    @BeforeEach
    void somebodyNew() {
        framework = ExampleFramework.freshId();
        others.publish(1, GrowthFramework.document(framework));
        manager = others.engineer(null);
        newcomer = others.engineer(manager, role(framework, BACKEND));
        mentor = others.engineer(null);
    }

    @Test
    void onlyHrRunsProgrammes() {
        String cohort = cohort("2025-11-01");
        for (String token : new String[] {tokenOf(newcomer), tokenOf(manager), tokenOf(mentor), operator()}) {
            assertThat(post(token, PATH + "/cohorts", "{}").status()).isEqualTo(403);
            assertThat(get(token, PATH + "/cohorts").status()).isEqualTo(403);
            assertThat(get(token, cohort).status()).isEqualTo(403);
            assertThat(post(token, cohort + "/admissions", check(GOOD)).status())
                    .isEqualTo(403);
            assertThat(get(token, cohort + "/admissions").status()).isEqualTo(403);
            assertThat(post(token, PATH + "/admissions/" + UUID.randomUUID() + "/decision", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(send(token, "PUT", cohort + "/participants/" + newcomer, "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(get(tokenOf(others.engineer(null)), PATH + "/participants/" + newcomer)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anybodyReadsTheTemplate() {
        var found = get(tokenOf(mentor), PATH + "?limit=200").body();
        assertThat(found.toString()).contains(framework).contains("course-sql");
    }

    @Test
    void cohortNeedsAProgrammeAndANameInBothLanguages() {
        var refused =
                post(hr(), PATH + "/cohorts", "{\"framework\": \"example\", \"name\": {\"zh\": \"\", \"en\": \"x\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").size()).isEqualTo(3);
    }

    @Test
    void abilityIsCheckedByTheEngineAndAPersonDecides() {
        String cohort = cohort("2026-11-01");
        var weak = post(hr(), cohort + "/admissions", check(GOOD.replace("2.5", "1")));
        assertThat(weak.status()).as("%s", weak.body()).isEqualTo(201);
        assertThat(weak.body().get("passed").asBoolean()).isFalse();
        assertThat(weak.body().get("outcome").isNull()).isTrue();
        assertThat(weak.body().at("/lines/1/status").asString()).isEqualTo("NOT_MET");
        assertThat(post(hr(), cohort + "/admissions", check(GOOD)).status())
                .as("one check at a time")
                .isEqualTo(409);
        assertThat(decide(weak, "{\"outcome\": \"REFUSED\"}").status())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(decide(weak, "{\"outcome\": \"REFUSED\", \"reason\": \"Testing is missing\"}")
                        .status())
                .isEqualTo(200);
        assertThat(decide(weak, "{\"outcome\": \"ADMITTED\", \"reason\": \"Changed my mind\"}")
                        .status())
                .as("decided already")
                .isEqualTo(409);

        var good = post(hr(), cohort + "/admissions", check(GOOD));
        assertThat(good.body().get("passed").asBoolean()).isTrue();
        assertThat(get(tokenOf(newcomer), PATH + "/participants/" + newcomer).status())
                .as("passing admits nobody")
                .isEqualTo(404);
        assertThat(decide(good, admit(newcomer)).status())
                .as("nobody mentors themselves")
                .isEqualTo(422);
        assertThat(decide(good, admit(mentor)).status()).isEqualTo(200);
        assertThat(post(hr(), cohort + "/admissions", check(GOOD)).status())
                .as("in it already")
                .isEqualTo(409);
        var both = get(hr(), cohort + "/admissions").body();
        assertThat(both.get("items").size()).isEqualTo(2);
        assertThat(both.toString()).contains("Testing is missing");
        assertThat(others.count(
                        "select count(*) from programme_admission where engineer = ? and reason like 'sealed1:%'",
                        newcomer))
                .isEqualTo(2);
    }

    @Test
    void checkRefusesWhatEvaluateRefuses() {
        String cohort = cohort("2026-11-01");
        var refused = post(hr(), cohort + "/admissions", check(GOOD.replace("\"java\"", "\"cooking\"")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/observations/0/skill");
        assertThat(post(hr(), cohort + "/admissions", check("[]")).status()).isEqualTo(422);
        assertThat(post(
                                hr(),
                                cohort + "/admissions",
                                check(GOOD).replace("{\"engineer\"", "{\"asOf\": \"2026-11-02\", \"engineer\""))
                        .status())
                .isEqualTo(422);
        assertThat(post(
                                hr(),
                                cohort + "/admissions",
                                check(GOOD).replace("{\"engineer\"", "{\"asOf\": \"2026-10-29\", \"engineer\""))
                        .body()
                        .get("passed")
                        .asBoolean())
                .as("what was seen the day after does not count")
                .isFalse();
        assertThat(post(hr(), cohort + "/admissions", "{\"observations\": []}").status())
                .isEqualTo(422);
    }

    @Test
    void nobodyIsAdmittedOnceTheProgrammeIsOver() {
        assertThat(post(hr(), cohort("2023-10-01") + "/admissions", check(GOOD)).status())
                .isEqualTo(409);
    }

    @Test
    void nobodyIsInTwoProgrammesAtATime() {
        takePart(cohort("2025-11-01"));
        String other = cohort("2026-11-01");
        var good = post(hr(), other + "/admissions", check(GOOD));
        assertThat(decide(good, admit(mentor)).status()).isEqualTo(409);
        assertThat(get(hr(), other + "/admissions")
                        .body()
                        .at("/items/0/outcome")
                        .isNull())
                .as("the decision was not stored either")
                .isTrue();
    }

    @Test
    void milestonesCountAsOfTheirDayAndLateIsLate() {
        String cohort = cohort("2025-10-01");
        takePart(cohort);
        // java in time for half a year, junior after its day
        say("2026-03-01", "java 2");
        var late = get(tokenOf(newcomer), PATH + "/participants/" + newcomer).body();
        assertThat(late.at("/progress/track").asString()).isEqualTo("LATE");
        assertThat(late.at("/progress/milestones/0/status").asString()).isEqualTo("REACHED");
        assertThat(late.at("/progress/milestones/1/status").asString()).isEqualTo("LATE");
        assertThat(late.at("/progress/milestones/1/dueOn").asString()).isEqualTo("2026-10-01");
        assertThat(late.at("/progress/milestones/2/status").asString()).isEqualTo("UPCOMING");

        say("2026-10-20", "java 2.5", "testing 2.5", "sql 2.5", "kafka 2");
        var view = get(hr(), cohort);
        assertThat(view.status()).as("%s", view.body()).isEqualTo(200);
        assertThat(view.body().at("/months/0/reached").asInt()).isEqualTo(1);
        assertThat(view.body().at("/months/1/reachedLate").asInt()).isEqualTo(1);
        assertThat(view.body().at("/months/2/upcoming").asInt()).isEqualTo(1);
        assertThat(view.body().get("onTrack").asInt()).isEqualTo(1);
        assertThat(view.body().at("/participants/0/mentorName/en").asString()).startsWith("Somebody");
    }

    @Test
    void toolCoursesAreDoneByEvidence() {
        takePart(cohort("2026-10-01"));
        var open = get(tokenOf(mentor), PATH + "/participants/" + newcomer).body();
        assertThat(open.at("/progress/courses/0/doneOn").isNull()).isTrue();
        var item = post(tokenOf(newcomer), "/api/assessments/evidence", """
                {"subject": "%s", "kind": "TOOL_COURSE", "title": "SQL course", "framework": "%s",
                 "ratings": [{"skill": "sql", "value": 2}]}""".formatted(newcomer, framework));
        assertThat(item.status()).as("%s", item.body()).isEqualTo(201);
        var done = get(tokenOf(mentor), PATH + "/participants/" + newcomer).body();
        assertThat(done.at("/progress/courses/0/doneOn").asString()).isEqualTo("2026-11-01");
        assertThat(done.at("/progress/courses/0/verified").asBoolean()).isFalse();
    }

    @Test
    void mentorsSeeThoseTheyLookAfterUntilSomebodyElseDoes() {
        String cohort = cohort("2025-11-01");
        takePart(cohort);
        assertThat(get(tokenOf(mentor), PATH + "/mentees").body().get("items").size())
                .isEqualTo(1);
        String participant = cohort + "/participants/" + newcomer;
        UUID next = others.engineer(null);
        String change = "{\"mentor\": \"%s\", \"reason\": \"Moved to another city\"}".formatted(next);
        assertThat(send(hr(), "PUT", participant, change).status()).isEqualTo(428);
        assertThat(send(hr(), "PUT", participant, change, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(send(hr(), "PUT", participant, change, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(get(tokenOf(mentor), PATH + "/mentees").body().get("items").size())
                .isZero();
        assertThat(get(tokenOf(mentor), PATH + "/participants/" + newcomer).status())
                .isEqualTo(403);
        assertThat(get(tokenOf(next), PATH + "/participants/" + newcomer).status())
                .isEqualTo(200);
        assertThat(send(
                                hr(),
                                "PUT",
                                participant,
                                "{\"state\": \"LEFT\", \"reason\": \"Resigned\"}",
                                "If-Match",
                                "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(send(hr(), "PUT", participant, "{\"state\": \"ACTIVE\", \"reason\": \"Back\"}", "If-Match", "\"3\"")
                        .status())
                .isEqualTo(409);
        assertThat(others.count("select count(*) from programme_change where engineer = ?", newcomer))
                .isEqualTo(3);
    }

    @Test
    void newcomersAndMentorsAreToldWhatWasDecided() {
        String cohort = cohort("2026-11-01");
        var weak = post(hr(), cohort + "/admissions", check(GOOD.replace("2.5", "1")));
        assertThat(told(newcomer)).as("a check decides nothing").isEmpty();
        decide(weak, "{\"outcome\": \"REFUSED\", \"reason\": \"Testing is missing\"}");
        assertThat(told(newcomer)).containsExactly("PROGRAMME_REFUSED");

        takePart(cohort);
        assertThat(told(newcomer))
                .containsExactlyInAnyOrder("MENTOR_ASSIGNED", "PROGRAMME_ADMITTED", "PROGRAMME_REFUSED");
        assertThat(told(mentor)).containsExactly("MENTOR_OF");
        var notice = get(tokenOf(mentor), "/api/assessments/inbox").body().at("/items/0");
        assertThat(notice.at("/text/en").asString()).startsWith("You are the mentor of Somebody");
        assertThat(notice.at("/text/zh").asString()).isEqualTo("您是某人在成长计划中的导师。");
        assertThat(notice.at("/target/what").asString()).isEqualTo("PROGRAMME");

        UUID next = others.engineer(null);
        send(
                hr(),
                "PUT",
                cohort + "/participants/" + newcomer,
                "{\"mentor\": \"%s\", \"reason\": \"Moved\"}".formatted(next),
                "If-Match",
                "\"1\"");
        assertThat(told(next)).containsExactly("MENTOR_OF");
        assertThat(told(newcomer)).hasSize(4);
        assertThat(told(manager)).isEmpty();
    }

    @Test
    void milestonesAreRemindedOfOnceBeforeAndOnceAfterTheirDay() {
        takePart(cohort("2026-05-20"));
        remind.run();
        remind.run();
        assertThat(milestones(newcomer)).containsExactly("MILESTONE_DUE_SOON");
        assertThat(milestones(mentor)).containsExactly("MILESTONE_DUE_SOON");

        clock.advance(Duration.ofDays(20));
        remind.run();
        remind.run();
        assertThat(milestones(newcomer)).containsExactlyInAnyOrder("MILESTONE_LATE", "MILESTONE_DUE_SOON");
        var notice = get(tokenOf(newcomer), "/api/assessments/inbox").body().at("/items/0");
        assertThat(notice.at("/text/en").asString()).endsWith("was due on 2026-11-20 and is not reached yet.");
        assertThat(notice.at("/text/zh").asString()).contains("里程碑", "2026-11-20");
    }

    @Test
    void whoReachedAMilestoneIsNotRemindedOfIt() {
        takePart(cohort("2026-05-20"));
        say("2026-10-01", "java 3");
        remind.run();
        clock.advance(Duration.ofDays(20));
        remind.run();
        assertThat(milestones(newcomer)).isEmpty();
        assertThat(milestones(mentor)).isEmpty();
    }

    /** A single peer's word is hidden from the newcomer, and so is that it was enough. */
    @Test
    void everybodyIsRemindedOfWhatTheySee() {
        takePart(cohort("2026-05-20"));
        UUID peer = others.engineer(null);
        post(
                tokenOf(newcomer),
                "/api/assessments/review-requests",
                "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(newcomer, peer));
        assertThat(post(tokenOf(peer), "/api/assessments/reviews", """
                        {"subject": "%s", "kind": "PEER", "framework": "%s", "ratings": [{"skill": "java", "value": 4}]}
                        """.formatted(newcomer, framework))
                        .status())
                .isEqualTo(201);
        await().until(() -> others.logged(newcomer) == 1);

        remind.run();

        assertThat(milestones(newcomer)).containsExactly("MILESTONE_DUE_SOON");
        assertThat(milestones(mentor)).isEmpty();
    }

    private List<String> milestones(UUID person) {
        return told(person).stream()
                .filter(kind -> kind.startsWith("MILESTONE"))
                .toList();
    }

    private List<String> told(UUID person) {
        return get(tokenOf(person), "/api/assessments/inbox").body().get("items").values().stream()
                .map(notice -> notice.get("kind").asString())
                .toList();
    }

    private String cohort(String startsOn) {
        var cohort = post(hr(), PATH + "/cohorts", """
                {"framework": "%s", "name": {"zh": "新人", "en": "Newcomers"}, "startsOn": "%s"}""".formatted(framework, startsOn));
        assertThat(cohort.status()).as("%s", cohort.body()).isEqualTo(201);
        return PATH + "/cohorts/" + cohort.body().get("id").asString();
    }

    private void takePart(String cohort) {
        var checked = post(hr(), cohort + "/admissions", check(GOOD));
        assertThat(checked.status()).as("%s", checked.body()).isEqualTo(201);
        assertThat(decide(checked, admit(mentor)).status()).isEqualTo(200);
    }

    private void say(String day, String... ratings) {
        long before = others.logged(newcomer);
        others.observe(List.of(
                observed(newcomer, Kind.MANAGER, manager.toString(), framework, LocalDate.parse(day), NOW, ratings)));
        await().until(() -> others.logged(newcomer) == before + ratings.length);
    }

    private Answer decide(Answer admission, String body) {
        return post(hr(), PATH + "/admissions/" + admission.body().get("id").asString() + "/decision", body);
    }

    private static String admit(UUID mentor) {
        return "{\"outcome\": \"ADMITTED\", \"reason\": \"Fits\", \"mentor\": \"%s\"}".formatted(mentor);
    }

    private String check(String observations) {
        return "{\"engineer\": \"%s\", \"observations\": %s}".formatted(newcomer, observations);
    }
}
