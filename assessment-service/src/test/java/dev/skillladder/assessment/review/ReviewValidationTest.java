package dev.skillladder.assessment.review;

import static dev.skillladder.assessment.review.ReviewFixture.review;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.contract.assessment.Kind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewValidationTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person engineer = Person.named("engineer");

    @BeforeEach
    void organisation() {
        facts.known(Statements.about(engineer));
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(jdbc.sql("select count(*) from review where subject = ?")
                        .param(engineer.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "5.5", "4.25", "-1", "1e300"})
    void refusesValuesOffTheScaleOrItsSteps(String value) {
        refused(submit(review(Kind.SELF, engineer, "java " + value)), "/ratings/0/value");
    }

    @Test
    void refusesUnknownSkills() {
        refused(submit(review(Kind.SELF, engineer, "java 4, cobol 4")), "/ratings/1/skill");
    }

    @Test
    void refusesSkillsRatedTwice() {
        refused(submit(review(Kind.SELF, engineer, "java 4, java 3")), "/ratings/1/skill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02", "9999-12-31", "1999-12-31", "-999999-01-01"})
    void refusesDaysAheadOrTooLongAgo(String day) {
        refused(submit(review(Kind.SELF, engineer, day, "java 4")), "/observedOn");
    }

    @Test
    void refusesTomorrowAlthoughItHasBegunInTheEast() {
        clock.set(NOW.plusSeconds(11 * 3600 + 3599)); // 23:59:59 UTC, the next morning in Shanghai
        refused(submit(review(Kind.SELF, engineer, "2026-11-02", "java 4")), "/observedOn");
    }

    @Test
    void refusesEmptyAndOverlongReviews() {
        refused(submit(review(Kind.SELF, engineer, "java 4").replaceAll("\\[.*]", "[]")), "/ratings");
        String many = IntStream.range(0, 61).mapToObj(i -> "s" + i + " 4").collect(Collectors.joining(", "));
        refused(submit(review(Kind.SELF, engineer, many)), "/ratings");
        refused(submit(review(Kind.SELF, engineer, "java 4").replaceAll("\\[.*]", "[null]")), "/ratings/0");
    }

    @Test
    void refusesUnknownFrameworksAndVersions() {
        String good = review(Kind.SELF, engineer, "java 4");
        refused(submit(good.replace("\"example\"", "\"nowhere\"")), "/framework");
        refused(submit(good.replace("\"example\"", "\"No Slug\"")), "/framework");
        refused(submit(good.replace("\"example\"", "\"example\", \"frameworkVersion\": 99")), "/frameworkVersion");
    }

    @Test
    void refusesWorkedLittleFromAnyoneButPeers() {
        refused(
                submit(review(Kind.SELF, engineer, "java 4")
                        .replace("\"value\": 4", "\"value\": 4, \"workedLittle\": true")),
                "/ratings/0/workedLittle");
    }

    @Test
    void refusesOverlongCommentsAndNul() {
        String good = review(Kind.SELF, engineer, "java 4");
        refused(
                submit(good.replace("\"value\": 4", "\"value\": 4, \"comment\": \"" + "x".repeat(2001) + "\"")),
                "/ratings/0/comment");
        refused(submit(good.replace("\"value\": 4", "\"value\": 4, \"comment\": \"\\u0000\"")), "/ratings/0/comment");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Reply reply = submit("""
                {"subject": "%s", "kind": "SELF", "framework": "example", "observedOn": "2027-01-01",
                 "ratings": [{"skill": "java", "value": 9}, {"skill": "cobol", "value": 4.3}, {}]}
                """.formatted(engineer));

        refused(
                reply,
                "/observedOn",
                "/ratings/0/value",
                "/ratings/1/skill",
                "/ratings/1/value",
                "/ratings/2/skill",
                "/ratings/2/value");
    }

    @Test
    void asksForWhatIsMissing() {
        refused(submit("{}"), "/subject", "/kind", "/framework", "/ratings");
    }

    @ParameterizedTest
    @CsvSource({"EVIDENCE, /kind"})
    void refusesKindsThatAreNoReviews(String kind, String pointer) {
        refused(submit(review(Kind.valueOf(kind), engineer, "java 4")), pointer);
    }

    private Reply submit(String body) {
        return api.post(engineer.token(), REVIEWS, body);
    }

    private static void refused(Reply reply, String... pointers) {
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("invalid-input");
        assertThat(reply.pointers()).containsExactly(pointers);
        assertThat(reply.at("/errors/0/detail")).endsWith(".");
    }
}
