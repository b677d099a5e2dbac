package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamTest extends ProfileTest {

    private final String name = fresh("team");

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(post("/api/profiles/teams", "{\"parent\": 1, \"lead\": \"Ada\", \"closed\": \"no\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/name", "/parent", "/lead", "/closed");
    }

    @Test
    void refusesUnknownParentAndLead() {
        Answer answer = post("/api/profiles/teams", details(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/parent", "/lead");
    }

    @Test
    void refusesTeamBelowItself() {
        UUID top = team(name, "null");
        UUID middle = team(name, quoted(top));
        UUID bottom = team(name, quoted(middle));

        assertThat(put(at(top), details(top, null), "If-Match", "*").pointers()).containsExactly("/parent");
        assertThat(put(at(top), details(bottom, null), "If-Match", "*").pointers())
                .containsExactly("/parent");
        assertThat(put(at(bottom), details(top, null), "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void replacesOnlyWhatTheCallerHasSeen() {
        UUID lead = engineer(name);
        UUID id = UUID.randomUUID();

        assertThat(put(at(id), details(null, null)).status()).isEqualTo(201);
        assertThat(put(at(id), details(null, null)).status()).isEqualTo(200);
        assertThat(put(at(id), details(null, lead)).status()).isEqualTo(428);
        assertThat(put(at(id), details(null, lead), "If-Match", "\"2\"").status())
                .isEqualTo(412);

        Answer answer = put(at(id), details(null, lead), "If-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(get(hr(), at(id)).body()).isEqualTo(answer.body());
        assertThat(get(hr(), at(UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void answersRepeatedCreationsOnce() {
        Answer first = post("/api/profiles/teams", details(null, null), "Idempotency-Key", name);
        Answer again = post("/api/profiles/teams", details(null, null), "Idempotency-Key", name);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void pagesThroughAllTeams() {
        UUID one = team(name, "null");
        UUID two = team(name, "null");
        var seen = new java.util.ArrayList<String>();
        String after = "";
        do {
            Answer page = get(hr(), "/api/profiles/teams?limit=1" + after);
            seen.addAll(page.items("id"));
            after = page.body().get("next").isNull()
                    ? ""
                    : "&after=" + page.body().get("next").asString();
        } while (!after.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().isSorted().contains(one.toString(), two.toString());
    }

    private String details(@Nullable UUID parent, @Nullable UUID lead) {
        return "{\"name\": {\"en\": \"" + name + "\"}, \"parent\": " + quoted(parent) + ", \"lead\": " + quoted(lead)
                + "}";
    }

    private static String quoted(@Nullable UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }

    private static String at(UUID id) {
        return "/api/profiles/teams/" + id;
    }
}
