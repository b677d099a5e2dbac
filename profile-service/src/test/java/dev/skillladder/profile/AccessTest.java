package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/access.md, with a director above a manager above an engineer, a dotted manager, a former one and a peer. */
class AccessTest extends ProfileTest {

    private final String suffix = fresh("");
    private UUID director;
    private UUID manager;
    private UUID engineer;

    @BeforeEach
    void organisation() {
        director = engineer("director" + suffix);
        manager = engineer("manager" + suffix);
        engineer = engineer("engineer" + suffix);
        UUID dotted = engineer("dotted" + suffix);
        UUID former = engineer("former" + suffix);
        engineer("peer" + suffix);
        reports(manager, director);
        assertThat(line(engineer, former, "SOLID", "2025-01-01", "").status()).isEqualTo(201);
        reports(engineer, manager);
        assertThat(line(manager, dotted, "DOTTED", "2026-01-01", "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "peer, engineer",
        "former, engineer",
        "engineer, manager",
        "manager, director",
        "dotted, engineer",
        "dotted, peer"
    })
    void hidesPeopleWhoAreNotBelow(String caller, String other) {
        assertThat(read(caller, idOf(other)).status()).isEqualTo(403);
        assertThat(listed(caller)).doesNotContain("/" + other);
    }

    @ParameterizedTest
    @CsvSource({"engineer, engineer", "manager, engineer", "director, engineer", "director, manager", "dotted, manager"
    })
    void showsOwnAndThoseBelow(String caller, String other) {
        assertThat(read(caller, idOf(other)).status()).isEqualTo(200);
        assertThat(listed(caller)).contains("/" + other);
    }

    @Test
    void hidesAPersonAgainOnceTheLinesEndIsStated() {
        assertThat(line(engineer, idOf("peer"), "DOTTED", "2026-02-01", "").status())
                .isEqualTo(201);
        assertThat(read("peer", engineer).status()).isEqualTo(200);

        assertThat(line(engineer, idOf("peer"), "DOTTED", "2026-02-01", "2026-02-28")
                        .status())
                .isEqualTo(201);

        assertThat(read("peer", engineer).status()).isEqualTo(403);
    }

    @Test
    void doesNotTellWhetherStrangersExist() {
        Answer stranger = read("peer", engineer);
        Answer nobody = read("peer", UUID.randomUUID());

        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.body().get("detail")).isEqualTo(stranger.body().get("detail"));
    }

    @Test
    void listsExactlyThoseBelow() {
        assertThat(listed("director")).isEqualTo("/director/engineer/manager");
        assertThat(listed("dotted")).isEqualTo("/dotted/manager");
        assertThat(listed("peer")).isEqualTo("/peer");
    }

    @Test
    void endsWithTheLine() {
        clock.set(Instant.parse("2025-06-01T00:00:00Z"));

        assertThat(read("manager", engineer).status()).isEqualTo(403);
        assertThat(read("former", engineer).status()).isEqualTo(200);
    }

    @Test
    void showsAllToHr() {
        assertThat(get(hr(), "/api/profiles/engineers/" + engineer).status()).isEqualTo(200);
        assertThat(get(hr(), "/api/profiles/engineers/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(get(hr(), "/api/profiles/engineers?q=" + suffix).items("id")).hasSize(6);
    }

    @Test
    void showsNobodyToTokensWithoutEngineer() {
        String token = TestTokens.token("unlinked" + suffix, "curator", "auditor", "operator");

        assertThat(get(token, "/api/profiles/me").status()).isEqualTo(404);
        assertThat(get(token, "/api/profiles/engineers").items("id")).isEmpty();
        assertThat(get(token, "/api/profiles/engineers/" + engineer).status()).isEqualTo(403);
    }

    @Test
    void tellsCallersWhoTheyAre() {
        assertThat(get(token("engineer"), "/api/profiles/me").id()).isEqualTo(engineer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/profiles/engineers",
                "PUT /api/profiles/engineers/ENGINEER",
                "POST /api/profiles/engineers/ENGINEER/role-assignments",
                "POST /api/profiles/engineers/ENGINEER/reporting-lines",
                "POST /api/profiles/engineers/ENGINEER/team-memberships",
                "POST /api/profiles/teams",
                "PUT /api/profiles/teams/ENGINEER"
            })
    void leavesWritingToHr(String call) {
        String[] parts = call.replace("ENGINEER", engineer.toString()).split(" ", 2);

        assertThat(send(token("engineer"), parts[0], parts[1], "{}").status()).isEqualTo(403);
        assertThat(send(token("director"), parts[0], parts[1], "{}").status()).isEqualTo(403);
        assertThat(send(TestTokens.token("x", "curator", "operator"), parts[0], parts[1], "{}")
                        .status())
                .isEqualTo(403);
        assertThat(send(hr(), parts[0], parts[1], "{}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/profiles/dead-letters", "/api/profiles/pending"})
    void leavesDeliveryToOperators(String path) {
        assertThat(get(hr(), path).status()).isEqualTo(403);
        assertThat(get(TestTokens.token("x", "operator"), path).status()).isEqualTo(200);
    }

    @Test
    void tellsOperatorsInTheSameShapeWhatIsMissing() {
        Answer answer = send(TestTokens.token("x", "operator"), "POST", "/api/profiles/dead-letters/0/retry", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.body().get("requestId").asString()).isNotBlank();
    }

    @Test
    void showsTeamsToEverybody() {
        UUID team = team("open" + suffix, "null");

        assertThat(get(token("peer"), "/api/profiles/teams/" + team).status()).isEqualTo(200);
    }

    private String token(String name) {
        return TestTokens.token(name + suffix);
    }

    private Answer read(String caller, UUID id) {
        return get(token(caller), "/api/profiles/engineers/" + id);
    }

    /** The names in the caller's list, for example {@code /director/manager}. */
    private String listed(String caller) {
        return get(token(caller), "/api/profiles/engineers").items("employeeNumber").stream()
                .map(number -> "/" + number.replace(suffix, ""))
                .reduce("", String::concat);
    }

    private UUID idOf(String name) {
        return UUID.fromString(get(hr(), "/api/profiles/engineers?q=" + name + suffix)
                .items("id")
                .getFirst());
    }
}
