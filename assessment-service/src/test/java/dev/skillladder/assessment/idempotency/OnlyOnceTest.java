package dev.skillladder.assessment.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyOnceTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person engineer = Person.named("engineer");
    private final Person other = Person.named("other");

    @BeforeEach
    void organisation() {
        facts.known(Statements.about(engineer), Statements.about(other));
    }

    @Test
    void answersARepeatedPostWithTheFirstResult() {
        Reply first = submit(engineer, "same-key", 4);
        Reply second = submit(engineer, "same-key", 4);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(stored(engineer)).isOne();
    }

    @Test
    void refusesAKeyThatComesWithAnotherBody() {
        submit(engineer, "same-key", 4);

        Reply reused = submit(engineer, "same-key", 3);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(stored(engineer)).isOne();
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        submit(engineer, "same-key", 4);

        assertThat(submit(other, "same-key", 4).at("/subject")).isEqualTo(other.toString());
    }

    @Test
    void takesEffectOnceWhenRepeatedSideBySide() throws ExecutionException, InterruptedException {
        List<Future<Reply>> replies;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replies = threads.invokeAll(Stream.generate(() -> (Callable<Reply>) () -> submit(engineer, "race", 4))
                    .limit(8)
                    .toList());
        }

        for (Future<Reply> reply : replies) {
            assertThat(reply.get().json()).isEqualTo(replies.getFirst().get().json());
        }
        assertThat(stored(engineer)).isOne();
    }

    @Test
    void forgetsARefusedPost() {
        assertThat(submit(engineer, "key", 9).status()).isEqualTo(422);
        assertThat(submit(engineer, "key", 4).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", ""})
    void refusesKeysThatAreNotVisibleAscii(String key) {
        assertThat(submit(engineer, key, 4).status()).isEqualTo(400);
    }

    @Test
    void refusesOverlongKeys() {
        assertThat(submit(engineer, "k".repeat(101), 4).status()).isEqualTo(400);
        assertThat(submit(engineer, "k".repeat(100), 4).status()).isEqualTo(201);
    }

    private Reply submit(Person person, String key, int value) {
        return api.post(person.token(), REVIEWS, """
                {"subject": "%s", "kind": "SELF", "framework": "example", "ratings": [{"skill": "java", "value": %d}]}
                """.formatted(person, value), "Idempotency-Key", key);
    }

    private int stored(Person subject) {
        return jdbc.sql("select count(*) from review where subject = ?")
                .param(subject.id())
                .query(Integer.class)
                .single();
    }
}
