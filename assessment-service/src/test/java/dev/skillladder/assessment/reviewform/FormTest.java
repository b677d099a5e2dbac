package dev.skillladder.assessment.reviewform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FormTest extends AssessmentTest {

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(manager),
                Statements.about(stranger),
                Statements.about(engineer).below(manager).backend());
    }

    @Test
    void refusesWhoeverCouldNotSubmit() {
        for (String kind : new String[] {"SELF", "MANAGER", "PEER"}) {
            assertThat(form(stranger, kind).status()).isEqualTo(403);
        }
        assertThat(form(manager, "SELF").status()).isEqualTo(403);
        assertThat(form(engineer, "MANAGER").status()).isEqualTo(403);
        assertThat(api.get(Person.named("hr").token("hr"), "/api/assessments/review-forms/" + engineer + "/SELF")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsTheRolesSkillsWithLastRatingsEvidenceAndDraft() {
        api.post(engineer.token(), "/api/assessments/evidence", """
                {"subject": "%s", "kind": "PROJECT", "title": "Billing", "link": "https://example.com/billing",
                 "framework": "example", "ratings": [{"skill": "java", "value": 4}]}
                """.formatted(engineer));
        api.post(engineer.token(), "/api/assessments/reviews", """
                {"subject": "%s", "kind": "SELF", "framework": "example", "observedOn": "2026-03-01",
                 "ratings": [{"skill": "java", "value": 2}, {"skill": "sql", "answer": "NOT_YET"}]}
                """.formatted(engineer));
        api.call(
                "PATCH",
                engineer.token(),
                "/api/assessments/review-drafts/" + engineer + "/SELF",
                "{\"framework\": \"example\", \"ratings\": {\"kafka\": {\"value\": 3}}}",
                "If-Match",
                "\"0\"");

        Reply form = form(engineer, "SELF");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("ETag")).isEqualTo("\"1\"");
        assertThat(form.at("/framework")).isEqualTo("example");
        assertThat(form.at("/role")).isEqualTo("backend");
        assertThat(form.at("/scale/max")).isEqualTo("5.0");
        assertThat(form.json().at("/answers").size()).isEqualTo(4);
        assertThat(form.at("/answers/1/name/zh")).isEqualTo("尚未开始");
        assertThat(form.json()
                        .at("/skills")
                        .valueStream()
                        .map(skill -> skill.at("/skill").asString())
                        .toList())
                .containsExactly("java", "kafka", "sql", "testing", "mentoring");
        JsonNode java = form.json().at("/skills/0");
        assertThat(java.at("/last/value").asDouble()).isEqualTo(2);
        assertThat(java.at("/last/observedOn").asString()).isEqualTo("2026-03-01");
        assertThat(java.at("/evidence/0/title").asString()).isEqualTo("Billing");
        assertThat(java.at("/evidence/0/verified").asBoolean()).isFalse();
        assertThat(form.at("/skills/2/last/answer")).isEqualTo("NOT_YET");
        assertThat(form.at("/draft/ratings/kafka/value")).isEqualTo("3.0");
    }

    @Test
    void showsAManagerNothingOfTheSelfReview() {
        api.post(engineer.token(), "/api/assessments/reviews", """
                {"subject": "%s", "kind": "SELF", "framework": "example",
                 "ratings": [{"skill": "java", "value": 2, "comment": "self-doubt"}]}
                """.formatted(engineer));

        Reply form = form(manager, "MANAGER");

        assertThat(form.header("ETag")).isEqualTo("\"0\"");
        assertThat(form.text()).doesNotContain("self-doubt");
        assertThat(form.at("/skills/0/last")).isNull();
    }

    @Test
    void showsPeersNoEvidence() {
        api.post(engineer.token(), "/api/assessments/evidence", """
                {"subject": "%s", "kind": "PROJECT", "title": "Billing", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4}]}
                """.formatted(engineer));
        api.post(
                engineer.token(),
                "/api/assessments/review-requests",
                "{\"subject\": \"%s\", \"reviewers\": [\"%s\"]}".formatted(engineer, stranger));

        Reply form = form(stranger, "PEER");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text()).doesNotContain("Billing");
    }

    @Test
    void saysWhyThereIsNothingToAsk() {
        assertThat(form(stranger, stranger, "SELF").status()).isEqualTo(409);
    }

    private Reply form(Person rater, String kind) {
        return form(rater, engineer, kind);
    }

    private Reply form(Person rater, Person subject, String kind) {
        return api.get(rater.token(), "/api/assessments/review-forms/" + subject + "/" + kind);
    }
}
