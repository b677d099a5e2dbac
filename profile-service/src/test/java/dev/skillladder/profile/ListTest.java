package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends ProfileTest {

    private final String suffix = fresh("");
    private UUID parent;
    private UUID child;

    @BeforeEach
    void teams() {
        parent = team("parent" + suffix, "null");
        child = team("child" + suffix, "\"" + parent + "\"");
        UUID anna = engineer("Anna" + suffix);
        UUID bert = engineer("bert" + suffix);
        engineer("carl" + suffix);
        joins(anna, parent, "2026-01-01");
        joins(bert, parent, "2026-01-01");
        joins(bert, child, "2026-05-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "after=%20",
                "after=AA",
                "after=!",
                "state=GONE",
                "team=1",
                "subteams=2",
                "q=%00",
                "sort=age",
                "lang=fr"
            })
    void refusesParametersThatMakeNoSense(String parameter) {
        Answer answer = get(hr(), "/api/profiles/engineers?" + parameter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
        assertThat(answer.body().get("detail").asString()).contains(parameter.split("=", 2)[0]);
    }

    @Test
    void pagesByEmployeeNumber() {
        Answer first = get(hr(), "/api/profiles/engineers?limit=2&q=" + suffix);
        Answer second = get(
                hr(),
                "/api/profiles/engineers?limit=2&q=" + suffix + "&after="
                        + first.body().get("next").asString());

        assertThat(first.items("employeeNumber")).containsExactly("Anna" + suffix, "bert" + suffix);
        assertThat(second.items("employeeNumber")).containsExactly("carl" + suffix);
        assertThat(second.body().get("next").isNull()).isTrue();
    }

    @Test
    void sortsChineseNamesByPinyinAndEnglishOnesByTheirLetters() {
        String mark = fresh("");
        named(mark, "张三", "Zoë Zhang");
        named(mark, "李四", "Lisi");
        named(mark, "王五", "Åke");
        named(mark, "阿里", "anna");
        named(mark, "𠮷野", "Yoshino");
        named(mark, "重庆", "Ábel");
        named(mark, "Bob", "Bob");

        assertThat(paged("sort=name&lang=zh&q=" + mark, "zh"))
                .as("Han first, characters beyond the common ones by stroke")
                .containsExactly("阿里", "重庆", "李四", "王五", "张三", "𠮷野", "Bob");
        assertThat(paged("sort=name&lang=en&q=" + mark, "en"))
                .containsExactly("Ábel", "Åke", "anna", "Bob", "Lisi", "Yoshino", "Zoë Zhang");
        String next = get(hr(), "/api/profiles/engineers?limit=1&sort=name&lang=zh&q=" + mark)
                .body()
                .get("next")
                .asString();
        assertThat(get(hr(), "/api/profiles/engineers?sort=name&lang=en&q=" + mark + "&after=" + next)
                        .problem())
                .isEqualTo("invalid-parameter");
    }

    private void named(String mark, String zh, String en) {
        String number = fresh(mark);
        assertThat(post("/api/profiles/engineers", """
                        {"employeeNumber": "%1$s", "name": {"zh": "%2$s", "en": "%3$s"}, "email": "%1$s@example.com",
                         "state": "ACTIVE"}
                        """.formatted(number, zh, en))
                        .status())
                .isEqualTo(201);
    }

    /** Names of all pages of two. */
    private List<String> paged(String query, String language) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            Answer page = get(hr(), "/api/profiles/engineers?limit=2&" + query + after);
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body()
                    .get("items")
                    .values()
                    .forEach(item -> names.add(item.get("name").get(language).asString()));
            after = page.body().get("next").isNull()
                    ? ""
                    : "&after=" + page.body().get("next").asString();
        } while (!after.isEmpty());
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANNA", "anna", "Anna"})
    void findsInAnyCase(String q) {
        assertThat(get(hr(), "/api/profiles/engineers?q=" + q + suffix).items("employeeNumber"))
                .containsExactly("Anna" + suffix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%25", "_nna", "%5C"})
    void takesWildcardsLiterally(String q) {
        assertThat(get(hr(), "/api/profiles/engineers?q=" + q + suffix).items("id"))
                .isEmpty();
    }

    @Test
    void findsTodaysMembers() {
        assertThat(numbers("team=" + parent)).containsExactly("Anna" + suffix);
        assertThat(numbers("team=" + child)).containsExactly("bert" + suffix);
        assertThat(numbers("team=" + parent + "&subteams=true")).containsExactly("Anna" + suffix, "bert" + suffix);
        assertThat(numbers("team=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void findsByState() {
        assertThat(numbers("state=LEFT&q=" + suffix)).isEmpty();
        assertThat(numbers("state=ACTIVE&q=" + suffix)).hasSize(3);
    }

    private java.util.List<String> numbers(String query) {
        return get(hr(), "/api/profiles/engineers?" + query).items("employeeNumber");
    }

    private void joins(UUID engineer, UUID team, String from) {
        String body = "{\"team\": \"" + team + "\", \"from\": \"" + from + "\"}";
        String path = "/api/profiles/engineers/" + engineer + "/team-memberships";

        assertThat(post(path, body).status()).isEqualTo(201);
        assertThat(post(path, body).status()).isEqualTo(200);
    }
}
