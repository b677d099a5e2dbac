package dev.skillladder.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.SmallFramework;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 2,000 skills with five behaviours each, 50 roles of 10 levels asking for 20 skills each. */
class LargeFrameworkTest extends ExchangeTest {

    private static final int SKILLS = 2_000;
    private static final int ROLES = 50;
    private static final int LEVELS = 10;
    private static final int ASKED = 20;

    private final String framework = newFramework();

    @Test
    void importsInSecondsAndTwiceWithoutChange() {
        Api.Answer roles = apply(preview(framework, "format=json", roles()));
        String draft = roles.json().at("/draft").asString();

        Instant start = Instant.now();
        String tag = into(draft, "csv&part=skills", skills(), roles.etag());
        tag = into(draft, "csv&part=behaviours", behaviours(), tag);
        tag = into(draft, "csv&part=requirements", requirements(), tag);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));

        Api.Answer again = preview(framework, "format=csv&part=requirements&draft=" + draft, requirements());
        assertThat(counts(again)).isEqualTo("0/0/" + ROLES * LEVELS * ASKED + "/0/0");
        Api.Answer exported = carla().get(roles.location() + "/export");
        Api.Answer whole = preview(newFramework(), "format=json", exported.text());
        assertThat(whole.json().at("/counts/added").asInt()).isGreaterThan(SKILLS * 6 + ROLES * LEVELS * ASKED);
        assertThat(tag).isEqualTo("\"4\"");
    }

    private String into(String draft, String format, String file, String tag) {
        Api.Answer preview = preview(framework, "format=" + format + "&draft=" + draft, file);
        assertThat(refusals(preview)).isEmpty();
        Api.Answer applied = carla().with("If-Match", tag).post(preview.location() + "/apply", "");
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        return applied.etag();
    }

    private String roles() {
        String levels = IntStream.range(0, LEVELS)
                .mapToObj("{\"id\": \"l%1$d\", \"name\": {\"zh\": \"级\", \"en\": \"L%1$d\"}}"::formatted)
                .collect(Collectors.joining(",", "[{\"id\": \"ladder\", \"levels\": [", "]}]"));
        String roles = IntStream.range(0, ROLES)
                .mapToObj(
                        "{\"id\": \"role-%1$d\", \"name\": {\"zh\": \"岗\", \"en\": \"Role %1$d\"}, \"ladder\": \"ladder\", \"requirements\": []}"
                                ::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        return SmallFramework.named(framework)
                .with("/ladders", levels)
                .with("/roles", roles)
                .json();
    }

    private static String skills() {
        return rows(
                "skill,category,name_zh,name_en,description_zh,description_en\n",
                SKILLS,
                index -> "s-%1$d,foundations,技能%1$d,Skill %1$d,%2$s,%3$s\n"
                        .formatted(index, "说明".repeat(20), "What it is about. ".repeat(5)));
    }

    private static String behaviours() {
        return rows(
                "skill,step,text_zh,text_en\n",
                SKILLS * 5,
                index -> "s-%d,%d,%s,%s\n"
                        .formatted(index / 5, index % 5 + 1, "行为".repeat(20), "Does it in this way. ".repeat(4)));
    }

    private static String requirements() {
        return rows(
                "role,level,skill,proficiency,importance,must_have\n",
                ROLES * LEVELS * ASKED,
                index -> "role-%d,l%d,s-%d,%s,%d,%s\n"
                        .formatted(
                                index / (LEVELS * ASKED),
                                index / ASKED % LEVELS,
                                index % ASKED + index / (LEVELS * ASKED) * ASKED,
                                1 + index / ASKED % LEVELS * 0.25,
                                1 + index % 5,
                                index % 7 == 0));
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("", header, ""));
    }
}
