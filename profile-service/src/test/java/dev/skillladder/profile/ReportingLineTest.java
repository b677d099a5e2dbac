package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportingLineTest extends ProfileTest {

    private UUID a;
    private UUID b;
    private UUID c;

    @BeforeEach
    void people() {
        a = engineer(fresh("a"));
        b = engineer(fresh("b"));
        c = engineer(fresh("c"));
    }

    @Test
    void refusesLineToOneself() {
        assertThat(line(a, a, "DOTTED", "2026-01-01", "").pointers()).containsExactly("/manager");
    }

    @Test
    void refusesUnknownPeople() {
        assertThat(line(a, UUID.randomUUID(), "SOLID", "2026-01-01", "").pointers())
                .containsExactly("/manager");
        assertThat(line(UUID.randomUUID(), a, "SOLID", "2026-01-01", "").status())
                .isEqualTo(404);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Answer answer = post("/api/profiles/engineers/" + a + "/reporting-lines", """
                {"manager": "X", "kind": "solid", "from": "2026-01-02", "to": "2026-01-01"}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/manager", "/kind", "/to");
    }

    @Test
    void refusesCircleOfSolidLines() {
        reports(a, b);
        reports(b, c);

        Answer answer = line(c, a, "SOLID", "2026-03-01", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asString()).contains("2026-03-01");
        assertThat(get(hr(), "/api/profiles/engineers/" + c).revision()).isEqualTo(1);
    }

    @Test
    void refusesCircleOnASingleDay() {
        assertThat(line(a, b, "SOLID", "2026-01-01", "2026-06-30").status()).isEqualTo(201);

        assertThat(line(b, a, "SOLID", "2026-06-30", "").status()).isEqualTo(422);
        assertThat(line(b, a, "SOLID", "2026-07-01", "").status()).isEqualTo(201);
    }

    @Test
    void acceptsExchangeOfRolesOverTime() {
        reports(a, b);
        assertThat(line(a, c, "SOLID", "2026-05-01", "").status()).isEqualTo(201);

        // from May on a's line to b no longer counts
        assertThat(line(b, a, "SOLID", "2026-05-01", "").status()).isEqualTo(201);
        assertThat(line(b, a, "SOLID", "2026-04-30", "").status()).isEqualTo(422);
    }

    @Test
    void acceptsDottedLineBack() {
        reports(a, b);

        assertThat(line(b, a, "DOTTED", "2026-01-01", "").status()).isEqualTo(201);
    }

    @Test
    void refusesCircleThatTwoCallersCloseTogether() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = threads.submit(() -> line(a, b, "SOLID", "2026-01-01", ""));
            Future<Answer> two = threads.submit(() -> line(b, a, "SOLID", "2026-01-01", ""));

            assertThat(List.of(one.get().status(), two.get().status())).containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void recordsTheSameStatementOnce() {
        assertThat(line(a, b, "SOLID", "2026-01-01", "2026-12-31").status()).isEqualTo(201);

        Answer again = line(a, b, "SOLID", "2026-01-01", "2026-12-31");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.body().get("reportingLines").size()).isEqualTo(1);
    }

    @Test
    void keepsEveryStatementInTheOrderOfRecording() {
        reports(a, b);
        reports(a, c);
        Answer back = line(a, b, "SOLID", "2026-01-01", "");

        assertThat(back.status()).isEqualTo(201);
        assertThat(back.revision()).isEqualTo(4);
        assertThat(back.body().get("reportingLines").values().stream()
                        .map(line -> UUID.fromString(line.get("manager").asString())))
                .containsExactly(b, c, b);
        assertThat(back.body().get("reportingLines").get(0).get("recordedAt").asString())
                .isEqualTo("2026-06-01T08:00:00Z");
    }
}
