package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineerTest extends ProfileTest {

    private final String name = fresh("ada");

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Answer answer = post("/api/profiles/engineers", """
                {"employeeNumber": 7, "name": {"zh": " "}, "email": "nobody", "hireDate": "2021-02-29",
                 "state": "AWAY", "salary": 1, "a/b": 2}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-input");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/employeeNumber", "/name", "/email", "/hireDate", "/state", "/salary", "/a~1b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two@@example.com",
                "a@b",
                "a b@example.com",
                "@example.com",
                "a@.",
                "a@example.com,b@example.com"
            })
    void refusesWhatIsNoEmailAddress(String email) {
        Answer answer = post("/api/profiles/engineers", details(name).replace(name + "@example.com", email));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "a\\nb"})
    void refusesTextThatCannotBeStoredOrShown(String text) {
        Answer answer = post("/api/profiles/engineers", details(name).replace("李雷", text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/name/zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "3000-01-01", "+999999999-12-31"})
    void refusesDaysBeyondReason(String day) {
        Answer answer = post("/api/profiles/engineers", details(name).replace("2020-02-29", day));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/hireDate");
    }

    @Test
    void refusesWhatBelongsToSomebodyElse() {
        engineer(name);

        Answer answer = post("/api/profiles/engineers", details(name).replace("@example.com", "@EXAMPLE.com"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("conflict");
        assertThat(answer.pointers()).containsExactly("/employeeNumber", "/email", "/identity");
    }

    @Test
    void refusesToTakeWhatBelongsToSomebodyElse() {
        engineer(name);
        UUID other = engineer(name + "x");

        Answer answer = put(
                at(other),
                details(name + "x").replace("\"employeeNumber\": \"" + name + "x\"", number(name)),
                "If-Match",
                "*");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.pointers()).containsExactly("/employeeNumber");
    }

    @Test
    void letsOneOfManyHaveTheNumber() throws Exception {
        List<Answer> answers = atOnce(8, () -> post("/api/profiles/engineers", details(name)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(7);
    }

    @Test
    void createsUnderTheGivenId() {
        UUID id = UUID.randomUUID();

        Answer answer = put(at(id), details(name));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.id()).isEqualTo(id);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo(at(id));
        assertThat(get(hr(), at(id)).body()).isEqualTo(answer.body());
    }

    @Test
    void takesTheMissingNameFromTheOther() {
        Answer answer = post(
                "/api/profiles/engineers",
                details(name).replace("\"zh\": \"李雷\", \"en\": \"" + name + "\"", "\"zh\": \" 韩梅梅 \""));

        assertThat(answer.body().get("name").get("zh").asString()).isEqualTo("韩梅梅");
        assertThat(answer.body().get("name").get("en").asString()).isEqualTo("韩梅梅");
    }

    @Test
    void changesNothingForEqualDetails() {
        UUID id = engineer(name);

        Answer again = put(at(id), details(name));
        Answer late = put(at(id), details(name), "If-Match", "\"77\"");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.revision()).isEqualTo(1);
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.revision()).isEqualTo(1);
    }

    @Test
    void replacesOnlyWhatTheCallerHasSeen() {
        UUID id = engineer(name);
        String left = details(name).replace("ACTIVE", "LEFT");

        assertThat(put(at(id), left).status()).isEqualTo(428);
        assertThat(put(at(id), left, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(put(at(id), left, "If-Match", "W/\"1\"").status()).isEqualTo(412);
        assertThat(put(at(id), left, "If-Match", "1").status()).isEqualTo(400);

        Answer answer = put(at(id), left, "If-Match", "\"0\", \"1\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body().get("state").asString()).isEqualTo("LEFT");
    }

    @Test
    void doesNotReplaceWhatDoesNotExist() {
        assertThat(put(at(UUID.randomUUID()), details(name), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void letsOneOfManyEditorsWin() throws Exception {
        UUID id = engineer(name);

        List<Answer> answers =
                atOnce(8, () -> put(at(id), details(name).replace("李雷", fresh("雷")), "If-Match", "\"1\""));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(7);
        assertThat(get(hr(), at(id)).revision()).isEqualTo(2);
    }

    @Test
    void answersRepeatedCreationsOnce() throws Exception {
        List<Answer> answers = atOnce(4, () -> post("/api/profiles/engineers", details(name), "Idempotency-Key", name));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);

        Answer other = post("/api/profiles/engineers", details(name + "x"), "Idempotency-Key", name);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(post("/api/profiles/engineers", details(name + "x"), "Idempotency-Key", "two words")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersNotModifiedToThoseWhoHaveIt() {
        UUID id = engineer(name);

        assertThat(send(hr(), "GET", at(id), "", "If-None-Match", "\"1\"").status())
                .isEqualTo(304);
    }

    private static String at(UUID id) {
        return "/api/profiles/engineers/" + id;
    }

    private static String number(String number) {
        return "\"employeeNumber\": \"" + number + "\"";
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
