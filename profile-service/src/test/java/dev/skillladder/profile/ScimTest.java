package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** SCIM 2.0 as Microsoft Entra ID and Okta speak it; each test has people of its own. */
class ScimTest extends ProfileTest {

    private static final String USERS = "/scim/v2/Users";
    private static final String GROUPS = "/scim/v2/Groups";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String name = "scim" + UUID.randomUUID().toString().substring(0, 8);
    private final String machine = TestTokens.token("skill-ladder-machine", "hr");

    @ParameterizedTest
    @ValueSource(
            strings = {USERS, GROUPS, "/scim/v2/ServiceProviderConfig", "/scim/v2/Users/.search", "/scim/v2/nothing"})
    void nobodyComesInWithoutTheRole(String path) {
        assertError(send("", "GET", path, ""), 401);
        assertError(send(TestTokens.expired("skill-ladder-machine"), "GET", path, ""), 401);
        for (String role : List.of("curator", "auditor", "operator")) {
            assertError(send(TestTokens.token("somebody", role), "GET", path, ""), 403);
        }
        assertError(send(TestTokens.token("somebody"), "POST", USERS, entra("x")), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/scim/v2/Users,405",
        "PUT,/scim/v2/Users,405",
        "PATCH,/scim/v2/Groups,405",
        "POST,/scim/v2/Schemas,405",
        "DELETE,/scim/v2/ServiceProviderConfig,405",
        "GET,/scim/v2/Bulk,405",
        "GET,/scim/v2/Nothing,404",
        "GET,/scim/v2/Users/nobody,404",
        "GET,/scim/v2/Users/00000000-0000-0000-0000-000000000000,404",
        "DELETE,/scim/v2/Groups/00000000-0000-0000-0000-000000000000,404"
    })
    void wrongPathsAndMethodsAreScimErrors(String method, String path, int status) {
        Answer answer = send(machine, method, path, "");
        assertError(answer, status);
        if (status == 405) {
            assertThat(answer.header("Allow")).isNotEmpty();
        }
    }

    @Test
    void itSaysWhatItCanDo() {
        JsonNode able = get(machine, "/scim/v2/ServiceProviderConfig").body();
        assertThat(able.at("/patch/supported").asBoolean()).isTrue();
        assertThat(able.at("/filter/maxResults").asInt()).isEqualTo(200);
        assertThat(able.at("/etag/supported").asBoolean()).isTrue();
        assertThat(able.at("/bulk/supported").asBoolean()).isFalse();
        assertThat(able.at("/authenticationSchemes/0/type").asString()).isEqualTo("oauthbearertoken");
        assertThat(get(machine, "/scim/v2/ResourceTypes").body().toString()).contains("\"User\"", "\"Group\"");
        JsonNode user = get(machine, "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                .body();
        assertThat(user.get("attributes").values().stream()
                        .map(attribute -> attribute.get("name").asString()))
                .as("what is kept, and no telephone number")
                .contains("userName", "name", "displayName", "active", "emails")
                .doesNotContain("phoneNumbers", "addresses", "photos", "password");
        assertError(send(machine, "POST", "/scim/v2/Bulk", "{}"), 501);
    }

    @Test
    void entraCreatesChangesAndDisablesSomebody() {
        assertThat(find("userName eq \"%s@example.com\"".formatted(name))
                        .get("totalResults")
                        .asInt())
                .isZero();
        Answer created = send(machine, "POST", USERS, entra(name));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        assertThat(created.header("Content-Type")).startsWith("application/scim+json");
        assertThat(created.header("Location")).endsWith(USERS + "/" + id);
        assertThat(created.body().at("/meta/resourceType").asString()).isEqualTo("User");
        assertThat(created.body().toString()).doesNotContain("phoneNumbers", "+86 555");
        assertThat(find("USERNAME eq \"%s@EXAMPLE.com\"".formatted(name))
                        .at("/Resources/0/id")
                        .asString())
                .isEqualTo(id);

        JsonNode engineer = person(id);
        assertThat(engineer.get("identity").asString()).isEqualTo("ext-" + name);
        assertThat(engineer.get("employeeNumber").asString()).isEqualTo("N-" + name);
        assertThat(engineer.at("/name/zh").asString()).isEqualTo("王思远");
        assertThat(engineer.get("email").asString()).isEqualTo(name + "@work.example");

        UUID manager = engineer(name + "-m");
        Answer patched = patch(id, """
                {"op": "Replace", "path": "displayName", "value": "Wang Siyuan"},
                {"op": "Add", "path": "%s:manager", "value": "%s"},
                {"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "%s@new.example"},
                {"op": "Add", "path": "title", "value": "Engineer"},
                {"op": "Replace", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "+1 555"},
                {"op": "Replace", "path": "active", "value": "False"}
                """.formatted(ENTERPRISE, manager, name));
        assertThat(patched.status()).as("%s", patched.body()).isEqualTo(200);

        JsonNode changed = person(id);
        assertThat(changed.get("state").asString()).isEqualTo("LEFT");
        assertThat(changed.at("/name/zh").asString()).as("stays").isEqualTo("王思远");
        assertThat(changed.at("/name/en").asString()).isEqualTo("Wang Siyuan");
        assertThat(changed.get("email").asString()).isEqualTo(name + "@new.example");
        assertThat(changed.at("/reportingLines/0/manager").asString()).isEqualTo(manager.toString());
        assertThat(get(machine, USERS + "/" + id).body().at("/active").asBoolean(true))
                .isFalse();
        assertThat(find("%s:manager.value eq \"%s\"".formatted(ENTERPRISE, manager))
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void oktaCreatesReplacesAndReactivatesSomebody() {
        Answer created = send(machine, "POST", USERS, okta(name, "Emily", "Carter", true));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        assertThat(person(id).at("/name/en").asString()).isEqualTo("Emily Carter");

        Answer replaced = send(machine, "PUT", USERS + "/" + id, okta(name, "Emily", "Brown", true));
        assertThat(replaced.status()).as("%s", replaced.body()).isEqualTo(200);
        assertThat(replaced.body().at("/name/familyName").asString()).isEqualTo("Brown");
        assertThat(person(id).at("/name/en").asString()).isEqualTo("Emily Brown");
        assertThat(person(id).get("employeeNumber").asString())
                .as("not sent, so it stays")
                .isEqualTo(name + "@example.com");

        assertThat(patch(id, "{\"op\": \"replace\", \"value\": {\"active\": false}}")
                        .status())
                .isEqualTo(200);
        assertThat(person(id).get("state").asString()).isEqualTo("LEFT");
        assertThat(patch(id, "{\"op\": \"replace\", \"value\": {\"active\": true}}")
                        .status())
                .isEqualTo(200);
        assertThat(person(id).get("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsWrongChangesNothing() {
        String id = send(machine, "POST", USERS, entra(name)).body().get("id").asString();
        Answer twice = send(machine, "POST", USERS, entra(name));
        assertError(twice, 409);
        assertThat(twice.body().get("scimType").asString()).isEqualTo("uniqueness");
        assertError(
                send(machine, "POST", USERS, "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"]}"), 400);
        assertError(send(machine, "POST", USERS, "{"), 400);
        assertError(send(machine, "POST", USERS, okta("no mail address", "A", "B", true)), 400);
        String before = person(id).toString();
        assertError(patch(id, """
                        {"op": "replace", "path": "displayName", "value": "Half"},
                        {"op": "add", "path": "%s:manager", "value": {"value": "00000000-0000-0000-0000-000000000000"}}
                        """.formatted(ENTERPRISE)), 400);
        assertError(
                patch(
                        id,
                        "{\"op\": \"add\", \"path\": \"%s:manager\", \"value\": {\"value\": \"%s\"}}"
                                .formatted(ENTERPRISE, id)),
                400);
        assertThat(person(id).toString()).isEqualTo(before);
    }

    @Test
    void theManagerGoesAgain() {
        UUID manager = engineer(name + "-m");
        String id = send(machine, "POST", USERS, entra(name)).body().get("id").asString();
        patch(
                id,
                "{\"op\": \"add\", \"path\": \"%s:manager\", \"value\": {\"value\": \"%s\"}}"
                        .formatted(ENTERPRISE, manager));
        clock.advance(Duration.ofDays(3));
        Answer kept = send(machine, "PUT", USERS + "/" + id, entra(name));
        assertThat(kept.body().get(ENTERPRISE).at("/manager/value").asString())
                .as("a PUT that leaves the manager out keeps the line HR or a PATCH stated")
                .isEqualTo(manager.toString());

        assertThat(patch(id, "{\"op\": \"Remove\", \"path\": \"%s:manager\"}".formatted(ENTERPRISE))
                        .status())
                .isEqualTo(200);

        assertThat(get(machine, USERS + "/" + id).body().get(ENTERPRISE).has("manager"))
                .isFalse();
        assertThat(person(id).at("/reportingLines/1/to").asString())
                .as("history stays")
                .isEqualTo("2026-06-03");
    }

    @Test
    void whoIsDeletedHasLeftAndComesBackWithTheirHistory() {
        Answer created = send(machine, "POST", USERS, entra(name));
        String id = created.body().get("id").asString();
        assertThat(send(machine, "DELETE", USERS + "/" + id, "").status()).isEqualTo(204);
        assertError(get(machine, USERS + "/" + id), 404);
        assertError(send(machine, "DELETE", USERS + "/" + id, ""), 404);
        assertThat(find("userName eq \"%s@example.com\"".formatted(name))
                        .get("totalResults")
                        .asInt())
                .isZero();
        assertThat(person(id).get("state").asString()).isEqualTo("LEFT");

        Answer again = send(machine, "POST", USERS, entra(name));

        assertThat(again.status()).as("%s", again.body()).isEqualTo(201);
        assertThat(again.body().get("id").asString()).isEqualTo(id);
        assertThat(person(id).get("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void nobodyOverwritesWhatSomebodyElseChanged() {
        Answer created = send(machine, "POST", USERS, entra(name));
        String path = USERS + "/" + created.body().get("id").asString();
        String seen = get(machine, path).etag();
        assertThat(seen).startsWith("W/");
        assertThat(send(machine, "GET", path, "", "If-None-Match", seen).status())
                .isEqualTo(304);
        String shorter = operations("{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Siyuan\"}");
        assertThat(send(machine, "PATCH", path, shorter, "If-Match", seen).status())
                .isEqualTo(200);
        assertError(send(machine, "PATCH", path, shorter, "If-Match", seen), 412);
        assertError(send(machine, "DELETE", path, "", "If-Match", seen), 412);
        assertThat(get(machine, path).etag()).isNotEqualTo(seen);
    }

    @Test
    void listsPageSortAndFilter() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(number -> send(machine, "POST", USERS, entra(name + number))
                        .body()
                        .get("id")
                        .asString())
                .toList();
        String mine = "userName sw \"%s\"".formatted(name);
        JsonNode second = get(
                        machine,
                        USERS + "?startIndex=3&count=2&sortBy=userName&sortOrder=ascending&filter=" + encoded(mine))
                .body();
        assertThat(second.get("totalResults").asInt()).isEqualTo(5);
        assertThat(second.get("startIndex").asInt()).isEqualTo(3);
        assertThat(second.get("itemsPerPage").asInt()).isEqualTo(2);
        assertThat(second.at("/Resources/0/id").asString()).isEqualTo(ids.get(2));
        JsonNode backwards = get(
                        machine, USERS + "?count=1&sortBy=userName&sortOrder=descending&filter=" + encoded(mine))
                .body();
        assertThat(backwards.at("/Resources/0/id").asString()).isEqualTo(ids.get(4));
        assertThat(get(machine, USERS + "?startIndex=9&count=2&filter=" + encoded(mine))
                        .body()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(5);
        assertThat(get(machine, USERS + "?count=0&filter=" + encoded(mine))
                        .body()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(5);

        assertThat(count("(%s) and not (emails.value ew \"%s4@work.example\")".formatted(mine, name)))
                .isEqualTo(4);
        assertThat(count("%s and emails[type eq \"work\" and value co \"%s1\"]".formatted(mine, name)))
                .isEqualTo(1);
        assertThat(count("%s and active eq true".formatted(mine))).isEqualTo(5);
        assertThat(count("externalId eq \"ext-%s0\"".formatted(name))).isEqualTo(1);
        assertThat(count("id eq \"%s\"".formatted(ids.getFirst()))).isEqualTo(1);
        assertThat(count("%s and meta.lastModified gt \"2020-01-01T00:00:00Z\"".formatted(mine)))
                .isEqualTo(5);
        assertThat(count("%s:employeeNumber eq \"N-%s3\"".formatted(ENTERPRISE, name)))
                .isEqualTo(1);
        assertThat(count("userName sw \"%s%%\"".formatted(name)))
                .as("a percent sign is one")
                .isZero();
        for (String wrong : List.of("userName like \"x\"", "userName eq", "shoeSize eq 44")) {
            Answer refused = get(machine, USERS + "?filter=" + encoded(wrong));
            assertError(refused, 400);
            assertThat(refused.body().get("scimType").asString()).isEqualTo("invalidFilter");
        }
        Answer searched = send(machine, "POST", USERS + "/.search", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "filter": "userName sw \\"%s\\"", "count": 3}
                """.formatted(name));
        assertThat(searched.body().get("Resources").size())
                .as("%s", searched.body())
                .isEqualTo(3);
    }

    @Test
    void groupsAreTeams() {
        String first =
                send(machine, "POST", USERS, entra(name + 1)).body().get("id").asString();
        String second =
                send(machine, "POST", USERS, entra(name + 2)).body().get("id").asString();
        Answer created = send(machine, "POST", GROUPS, """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "数据组", "externalId": "%s",
                 "members": [{"value": "%s"}]}
                """.formatted(name, first));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        String path = GROUPS + "/" + id;

        Answer added = send(
                machine,
                "PATCH",
                path,
                operations("{\"op\": \"Add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}"
                        .formatted(second)));
        assertThat(added.status()).as("%s", added.body()).isBetween(200, 204);
        assertThat(members(path)).containsExactlyInAnyOrder(first, second);
        assertThat(get(hr(), "/api/profiles/engineers?team=" + id).items("id"))
                .containsExactlyInAnyOrder(first, second);
        clock.advance(Duration.ofDays(1));
        send(
                machine,
                "PATCH",
                path,
                operations("{\"op\": \"remove\", \"path\": \"members[value eq \\\"%s\\\"]\"}".formatted(first)));
        assertThat(members(path)).containsExactly(second);
        assertThat(person(first).at("/teamMemberships/1/to").asString()).isEqualTo(TODAY);
        assertThat(get(machine, path + "?excludedAttributes=members").body().has("members"))
                .isFalse();
        JsonNode found = get(machine, GROUPS + "?filter=" + encoded("members.value eq \"%s\"".formatted(second)))
                .body();
        assertThat(found.at("/Resources/0/id").asString()).isEqualTo(id);
        assertThat(get(
                                machine,
                                GROUPS + "?filter="
                                        + encoded("displayName eq \"数据组\" and externalId eq \"" + name + "\""))
                        .body()
                        .get("totalResults")
                        .asInt())
                .isEqualTo(1);
        send(machine, "PATCH", path, operations("{\"op\": \"replace\", \"value\": {\"displayName\": \"Data\"}}"));
        JsonNode team = get(hr(), "/api/profiles/teams/" + id).body();
        assertThat(team.at("/name/en").asString()).isEqualTo("Data");
        assertThat(members(path)).containsExactly(second);

        Answer unknown = send(
                machine,
                "PATCH",
                path,
                operations(
                        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"00000000-0000-0000-0000-000000000000\"}]}"));
        assertThat(unknown.status()).isBetween(400, 404);
        assertThat(members(path)).containsExactly(second);

        assertThat(send(machine, "DELETE", path, "").status()).isEqualTo(204);
        assertError(get(machine, path), 404);
        assertThat(get(hr(), "/api/profiles/teams/" + id).body().get("closed").asBoolean())
                .isTrue();
        assertThat(get(hr(), "/api/profiles/engineers?team=" + id).items("id")).isEmpty();
    }

    private List<String> members(String path) {
        return get(machine, path).body().path("members").values().stream()
                .map(member -> member.get("value").asString())
                .toList();
    }

    private JsonNode person(String id) {
        return get(hr(), "/api/profiles/engineers/" + id).body();
    }

    private Answer patch(String id, String operations) {
        return send(machine, "PATCH", USERS + "/" + id, operations(operations));
    }

    private static String operations(String operations) {
        return "{\"schemas\": [\"%s\"], \"Operations\": [%s]}".formatted(PATCH, operations);
    }

    private JsonNode find(String filter) {
        return get(machine, USERS + "?filter=" + encoded(filter)).body();
    }

    private int count(String filter) {
        JsonNode found = find(filter);
        assertThat(found.has("totalResults")).as("%s: %s", filter, found).isTrue();
        return found.get("totalResults").asInt();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private static void assertError(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        assertThat(answer.body().at("/schemas/0").asString()).isEqualTo(ERROR);
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body().get("detail").asString()).isNotBlank();
    }

    /** The attributes of Entra's default mapping, some of which are passed over here. */
    private static String entra(String name) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "%2$s"],
                 "externalId": "ext-%1$s", "userName": "%1$s@example.com", "active": true, "displayName": "王思远",
                 "name": {"formatted": "王思远", "familyName": "王", "givenName": "思远"},
                 "title": "Engineer", "preferredLanguage": "zh-CN",
                 "emails": [{"primary": true, "type": "work", "value": "%1$s@work.example"}],
                 "phoneNumbers": [{"type": "work", "value": "+86 555"}],
                 "%2$s": {"employeeNumber": "N-%1$s", "department": "Research"}}
                """.formatted(name, ENTERPRISE);
    }

    /** As Okta's SCIM client sends it. */
    private static String okta(String name, String given, String family, boolean active) {
        return """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%1$s@example.com",
                 "name": {"givenName": "%2$s", "familyName": "%3$s"},
                 "emails": [{"primary": true, "value": "%1$s@example.com", "type": "work"}],
                 "displayName": "%2$s %3$s", "locale": "en-US", "externalId": "okta-%1$s", "groups": [], "password": "unused",
                 "active": %4$s}
                """.formatted(name, given, family, active);
    }
}
