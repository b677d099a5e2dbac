package dev.skillladder.assessment.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.testsupport.TestTokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest extends AssessmentTest {

    static Stream<String> badTokens() {
        return Stream.of(
                TestTokens.expired("anyone", "hr"),
                TestTokens.notYetValid("anyone", "hr"),
                TestTokens.fromWrongIssuer("anyone", "hr"),
                TestTokens.forWrongAudience("anyone", "hr"),
                TestTokens.withoutAudience("anyone", "hr"),
                TestTokens.signedByUnknownKey("anyone", "hr"),
                TestTokens.unsigned("anyone", "hr"),
                TestTokens.signedWithPublicKeyAsSecret("anyone", "hr"),
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesBadTokens(String token) {
        Reply answer = api.get(token, "/api/assessments/reviews");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("no-valid-token");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/assessments/reviews",
                "/api/assessments/evidence",
                "/api/assessments/review-requests",
                "/api/assessments/dead-letters",
                "/api/assessments/pending",
                "/actuator/env",
                "/nowhere"
            })
    void refusesCallsWithoutToken(String path) {
        assertThat(api.get(null, path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/prometheus", "/v3/api-docs"})
    void opensHealthMetricsAndDescription(String path) {
        assertThat(api.get(null, path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assessments/dead-letters", "/api/assessments/pending"})
    void showsUndeliveredEventsToOperatorsOnly(String path) {
        Person person = Person.named("operator");

        assertThat(api.get(person.token("hr", "curator", "auditor"), path).status())
                .isEqualTo(403);
        assertThat(api.get(person.token("operator"), path).status()).isEqualTo(200);
    }

    @Test
    void refusesPersonsWhoAreNoEngineers() {
        Reply answer = api.get(Person.named("nobody").token(), "/api/assessments/evidence");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-allowed");
        assertThat(answer.at("/detail")).contains("not linked to an engineer");
    }
}
