package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider keeps people and teams, with a machine's token: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScimStoryTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String USERS = "/scim/v2/Users";
    private static final String GROUPS = "/scim/v2/Groups";
    private static final String PATCH = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}
            """;

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.SCIM);
    private final Api person = example.as(WorkedExample.ENGINEER);
    private String machine = "";
    private String user = "";
    private String group = "";

    @Test
    @Order(1)
    void strangersGetErrorsInScimsShape() throws IOException, InterruptedException {
        for (HttpResponse<String> refused :
                List.of(send("GET", USERS, null, null), send("GET", USERS, null, "no.good.token"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertError(refused);
        }
        var client = new MachineClient(
                installation.stack().url(Part.IDENTITY) + "/oauth2/token", "demo-secret-skill-ladder-machine");
        machine = token(client, "");
        HttpResponse<String> withoutRole = send("GET", USERS, null, machine);
        assertThat(withoutRole.statusCode()).isEqualTo(403);
        assertError(withoutRole);
        machine = token(client, "hr");
        HttpResponse<String> nothing = send("GET", USERS + "/nobody", null, machine);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertError(nothing);
        HttpResponse<String> wrong = send("PUT", USERS, "{}", machine);
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertError(wrong);
    }

    @Test
    @Order(2)
    void whoIsCreatedThereSignsInHere() throws IOException, InterruptedException {
        person.get("/api/profiles/me").expect(404);
        HttpResponse<String> created = send("POST", USERS, """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "scim.wang@example.com",
                 "externalId": "%s", "displayName": "王思远", "active": true,
                 "emails": [{"value": "scim.wang@example.com", "type": "work", "primary": true}]}
                """.formatted(person.user()), machine);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        user = json(created).path("id").asString();
        assertThat(created.headers().firstValue("Location").orElse(""))
                .isEqualTo(installation.stack().browserUrl() + USERS + "/" + user);

        JsonNode me = person.get("/api/profiles/me").expect(200).json();
        assertThat(me.path("id").asString()).isEqualTo(user);
        assertThat(me.at("/name/zh").asString()).isEqualTo("王思远");
    }

    @Test
    @Order(3)
    void aGroupIsATeam() throws IOException, InterruptedException {
        HttpResponse<String> created = send("POST", GROUPS, """
                {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Search",
                 "members": [{"value": "%s"}]}
                """.formatted(user), machine);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        group = json(created).path("id").asString();

        assertThat(example.as("hr")
                        .get("/api/profiles/engineers?team=" + group)
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(user);
    }

    @Test
    @Order(4)
    void whoIsDisabledThereHasLeftHere() throws IOException, InterruptedException {
        HttpResponse<String> disabled = send(
                "PATCH",
                USERS + "/" + user,
                PATCH.formatted("{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}"),
                machine);
        assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);

        JsonNode left = example.as("hr")
                .get("/api/profiles/engineers/" + user)
                .expect(200)
                .json();
        assertThat(left.path("state").asString()).isEqualTo("LEFT");
        assertThat(left.path("teamMemberships").size()).as("history stays").isEqualTo(1);
        assertThat(json(send("GET", GROUPS + "/" + group, null, machine))
                        .path("members")
                        .size())
                .isZero();
    }

    private static void assertError(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/scim+json");
        assertThat(json(answer).at("/schemas/0").asString()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(json(answer).path("status").asString()).isEqualTo(Integer.toString(answer.statusCode()));
    }

    private static String token(MachineClient client, String scope) throws IOException, InterruptedException {
        return json(client.ask(scope)).path("access_token").asString();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(installation.gateway() + path))
                .header("Content-Type", "application/scim+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
