package dev.skillladder.assessment.development;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.GrowthFramework;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DevelopmentTest extends AssessmentTest {

    @Autowired
    private CarryOver carryOver;

    @Autowired
    private RemindPlanners remind;

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();

    @BeforeEach
    void somebody() {
        framework = ExampleFramework.freshId();
        others.publish(1, GrowthFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, BACKEND));
    }

    @Test
    void strangersAndHrPlanNothingForOthers() {
        assertThat(post(tokenOf(others.engineer(null)), actions(), action("2026-12-01"))
                        .status())
                .isEqualTo(403);
        assertThat(post(hr(), actions(), action("2026-12-01")).status()).isEqualTo(403);
        assertThat(get(tokenOf(UUID.randomUUID()), actions()).status()).isEqualTo(403);
        assertThat(get(hr(), actions()).status()).isEqualTo(200);
    }

    @Test
    void onlyThePersonStatesInterests() {
        String body = """
                {"framework": "%s", "interests": [{"skill": "sql", "interest": 2}]}""".formatted(framework);
        assertThat(send(tokenOf(manager), "PUT", interests(), body).status()).isEqualTo(403);
        assertThat(send(tokenOf(engineer), "PUT", interests(), body).status()).isEqualTo(200);
        assertThat(get(tokenOf(manager), interests())
                        .body()
                        .at("/items/0/interest")
                        .asInt())
                .isEqualTo(2);
        assertThat(get(tokenOf(others.engineer(null)), interests()).status()).isEqualTo(403);
    }

    @Test
    void interestsAreReplacedAndTheirHistoryIsKept() {
        for (int interest : new int[] {2, 2, 3, 0}) {
            clock.advance(Duration.ofMinutes(1));
            send(tokenOf(engineer), "PUT", interests(), """
                    {"framework": "%s", "interests": [{"skill": "sql", "interest": %d}]}""".formatted(framework, interest));
        }
        assertThat(get(tokenOf(engineer), interests()).body().get("items").size())
                .isZero();
        assertThat(others.count("select count(*) from skill_interest where engineer = ?", engineer))
                .isEqualTo(3);
        var refused = send(tokenOf(engineer), "PUT", interests(), """
                {"framework": "%s", "interests": [{"skill": "cooking", "interest": 1}, {"skill": "sql", "interest": 4}]}""".formatted(framework));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").size()).isEqualTo(2);
    }

    @Test
    void templateFillsKindTitleAndSkills() {
        var answer = post(tokenOf(engineer), actions(), """
                {"framework": "%s", "template": "read-papers", "dueOn": "2026-12-01"}""".formatted(framework));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().get("kind").asString()).isEqualTo("RESEARCH");
        assertThat(answer.body().get("title").asString()).isEqualTo("Read papers");
        assertThat(answer.body().get("skills").size()).isEqualTo(2);
        assertThat(answer.body().get("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var answer = post(tokenOf(engineer), actions(), """
                {"framework": "%s", "skills": ["cooking"], "title": "", "dueOn": "2026-10-31"}""".formatted(framework));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("/kind", "/title", "/skills/0", "/dueOn");
        assertThat(post(tokenOf(engineer), actions(), "{\"framework\": \"nowhere\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changesNeedTheNewestRevisionAndAReasonAndLeaveATrace() {
        String action = plan("2026-12-01");
        String change = "{\"status\": \"STARTED\", \"reason\": \"Has begun\"}";
        assertThat(send(tokenOf(engineer), "PUT", action, change).status()).isEqualTo(428);
        assertThat(send(tokenOf(engineer), "PUT", action, "{\"status\": \"DONE\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(send(tokenOf(manager), "PUT", action, change, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(send(tokenOf(engineer), "PUT", action, change, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(send(hr(), "PUT", action, change, "If-Match", "\"2\"").status())
                .isEqualTo(403);

        assertThat(send(
                                tokenOf(engineer),
                                "PUT",
                                action,
                                "{\"status\": \"DONE\", \"reason\": \"Shown\"}",
                                "If-Match",
                                "\"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(send(tokenOf(engineer), "PUT", action, change, "If-Match", "\"3\"")
                        .status())
                .as("what is done stays done")
                .isEqualTo(409);
        var trace = get(tokenOf(engineer), action + "/changes").body();
        assertThat(trace.get("items").size()).isEqualTo(3);
        assertThat(trace.at("/items/0/reason").asString()).isEqualTo("Shown");
        assertThat(trace.at("/items/1/changedBy").asString()).isEqualTo(manager.toString());
        assertThat(get(tokenOf(engineer), action + "/changes?limit=2")
                        .body()
                        .get("next")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void openActionsGoOnInTheNextCycle() {
        String open = plan("2026-12-01");
        String done = plan("2026-12-01");
        send(tokenOf(engineer), "PUT", done, "{\"status\": \"DONE\", \"reason\": \"Shown\"}", "If-Match", "\"1\"");
        assertThat(post(tokenOf(manager), actions() + "/carry-over", "").status())
                .as("no cycle runs")
                .isEqualTo(409);
        UUID cycle = cycle();
        assertThat(post(tokenOf(others.engineer(null)), actions() + "/carry-over", "")
                        .status())
                .isEqualTo(403);
        assertThat(post(tokenOf(manager), actions() + "/carry-over", "")
                        .body()
                        .get("carried")
                        .asInt())
                .isEqualTo(1);
        assertThat(post(tokenOf(manager), actions() + "/carry-over", "")
                        .body()
                        .get("carried")
                        .asInt())
                .as("twice changes nothing")
                .isZero();
        assertThat(get(tokenOf(engineer), open).body().get("cycle").asString()).isEqualTo(cycle.toString());
        assertThat(get(tokenOf(engineer), done).body().get("cycle").isNull()).isTrue();
        var trace = get(tokenOf(engineer), open + "/changes").body();
        assertThat(trace.at("/items/0/what").asString()).isEqualTo("CARRIED");
        assertThat(trace.at("/items/0/changedBy").asString()).isEqualTo(manager.toString());
    }

    @Test
    void aRunningCycleTakesOverWhatIsOpenByItself() {
        String open = plan("2026-12-01");
        UUID cycle = cycle();
        carryOver.run();
        carryOver.run();
        assertThat(get(tokenOf(engineer), open).body().get("cycle").asString()).isEqualTo(cycle.toString());
        var trace = get(tokenOf(engineer), open + "/changes").body();
        assertThat(trace.get("items").size()).isEqualTo(2);
        assertThat(trace.at("/items/0/changedBy").isNull()).isTrue();
    }

    @Test
    void whatIsDueIsToldOncePerDueDay() {
        String action = plan("2026-11-20");
        remind.run();
        assertThat(told(engineer)).as("19 days are not soon").isEmpty();

        clock.advance(Duration.ofDays(12));
        remind.run();
        remind.run();
        assertThat(told(engineer)).containsExactly("ACTION_DUE_SOON");
        assertThat(told(manager)).isEmpty();
        var notice = get(tokenOf(engineer), "/api/assessments/inbox").body().at("/items/0");
        assertThat(notice.at("/text/en").asString())
                .startsWith("A development action of")
                .contains("2026-11-20");
        assertThat(notice.at("/text/zh").asString()).contains("发展行动", "2026-11-20");
        assertThat(action).endsWith(notice.at("/target/id").asString());

        clock.advance(Duration.ofDays(10));
        remind.run();
        assertThat(told(engineer)).containsExactlyInAnyOrder("ACTION_DUE_SOON", "ACTION_OVERDUE");
        send(
                tokenOf(engineer),
                "PUT",
                action,
                "{\"dueOn\": \"2026-11-25\", \"reason\": \"Was ill\"}",
                "If-Match",
                "\"1\"");
        remind.run();
        assertThat(told(engineer)).as("another day").hasSize(3);
    }

    @Test
    void nobodyIsRemindedOfWhatHasEnded() {
        String action = plan("2026-11-03");
        send(tokenOf(engineer), "PUT", action, "{\"status\": \"DONE\", \"reason\": \"Shown\"}", "If-Match", "\"1\"");
        remind.run();
        clock.advance(Duration.ofDays(9));
        remind.run();
        assertThat(told(engineer)).isEmpty();
    }

    private List<String> told(UUID person) {
        return get(tokenOf(person), "/api/assessments/inbox").body().get("items").values().stream()
                .map(notice -> notice.get("kind").asString())
                .toList();
    }

    private UUID cycle() {
        UUID cycle = UUID.randomUUID();
        jdbc.sql("""
                        insert into cycle (id, name_zh, name_en, framework, framework_version, from_day, to_day, due_day,
                            subteams, self, manager, peers, remind_days_before, state, revision, opened_by, created_at)
                        values (?, '轮', 'Round', ?, 1, '2026-10-01', '2026-11-30', '2026-11-20', false, true, true, 0, 3,
                            'OPEN', 1, 'hr', now())
                        """).params(cycle, framework).update();
        jdbc.sql(
                        "insert into cycle_participant (cycle, engineer, team, state, joined_at) values (?, ?, null, 'ACTIVE', now())")
                .params(cycle, engineer)
                .update();
        return cycle;
    }

    @Test
    void textsAreSealedWhereTheyAreStored() {
        plan("2026-12-01");
        assertThat(jdbc.sql("select title from development_action where engineer = ?")
                        .param(engineer)
                        .query(String.class)
                        .single())
                .startsWith("sealed1:");
    }

    @Test
    void whatIsDueAndNotDoneIsOverdue() {
        String action = plan("2026-11-02");
        assertThat(get(tokenOf(engineer), action).body().get("overdue").asBoolean())
                .isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(get(tokenOf(engineer), action).body().get("overdue").asBoolean())
                .isTrue();
        assertThat(get(tokenOf(engineer), actions() + "?status=DONE")
                        .body()
                        .get("items")
                        .size())
                .isZero();
        assertThat(get(tokenOf(engineer), actions() + "?status=OPEN")
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
    }

    private String plan(String dueOn) {
        var answer = post(tokenOf(engineer), actions(), action(dueOn));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return actions() + "/" + answer.body().get("id").asString();
    }

    private String action(String dueOn) {
        return """
                {"framework": "%s", "kind": "PROJECT", "skills": ["sql"], "title": "Tune the reports", "dueOn": "%s"}""".formatted(framework, dueOn);
    }

    private String actions() {
        return "/api/assessments/engineers/" + engineer + "/development-actions";
    }

    private String interests() {
        return "/api/assessments/engineers/" + engineer + "/interests";
    }
}
