package dev.skillladder.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceFilesTest extends AssessmentTest {

    private static final String EVIDENCE = "/api/assessments/evidence";
    private static final int MB = 1 << 20;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person stranger = Person.named("stranger");
    private String files;

    @BeforeEach
    void evidence() {
        facts.known(
                Statements.about(stranger),
                Statements.about(manager),
                Statements.about(engineer).below(manager));
        Reply item = api.post(engineer.token(), EVIDENCE, """
                {"subject": "%s", "kind": "TOOL_COURSE", "title": "Certificate", "framework": "example",
                 "ratings": [{"skill": "java", "value": 4}]}
                """.formatted(engineer));
        assertThat(item.status()).isEqualTo(201);
        files = EVIDENCE + "/" + item.at("/id") + "/files";
    }

    @Test
    void refusesStrangersAndHrToAttachAndStrangersToRead() {
        assertThat(attach(stranger.token(), "a.pdf", pdf(100)).status()).isEqualTo(403);
        assertThat(attach(Person.named("hr").token("hr"), "a.pdf", pdf(100)).status())
                .isEqualTo(403);
        String file = files + "/" + attach(engineer.token(), "a.pdf", pdf(100)).at("/id");

        assertThat(api.get(null, file).status()).isEqualTo(401);
        assertThat(api.get(stranger.token("operator"), file).status()).isEqualTo(403);
        assertThat(api.get(stranger.token(), files).status()).isEqualTo(403);
        assertThat(api.delete(stranger.token(), file).status()).isEqualTo(403);
        for (String token : new String[] {
            engineer.token(), manager.token(), Person.named("hr").token("hr")
        }) {
            assertThat(api.get(token, file).status()).isEqualTo(200);
        }
    }

    @Test
    void givesBackWhatWasAttachedToBeSavedAndNeverShown() throws IOException, InterruptedException {
        byte[] content = pdf(3 * MB);
        Reply attached = attach(engineer.token(), "..%2F证书%20\"1\".pdf", content);
        assertThat(attached.status()).as(attached.text()).isEqualTo(201);
        assertThat(attached.at("/name")).isEqualTo("证书 \"1\".pdf");
        assertThat(attached.at("/type")).isEqualTo("application/pdf");
        assertThat(attached.at("/size")).isEqualTo(Integer.toString(content.length));
        assertThat(attached.at("/uploadedBy")).isEqualTo(engineer.toString());

        HttpResponse<byte[]> read = CLIENT.send(
                HttpRequest.newBuilder(api.at(String.valueOf(attached.header("Location"))))
                        .header("Authorization", "Bearer " + manager.token())
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(read.body()).isEqualTo(content);
        assertThat(header(read, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(read.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(header(read, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(read, "Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void storesNothingThatCanBeReadWithoutTheKey() {
        String secret = "a very secret certificate ";
        String id = attach(engineer.token(), "secret.txt", secret.repeat(1000).getBytes(StandardCharsets.UTF_8))
                .at("/id");

        assertThat(jdbc.sql("select position(:secret::bytea in sealed) from evidence_file_piece where file = :id::uuid")
                        .param("secret", "secret")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .containsOnly(0);
        assertThat(jdbc.sql("select name from evidence_file where id = ?::uuid")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
        facts.erased(engineer);
        assertThat(api.get(Person.named("hr").token("hr"), files + "/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void looksAtTheContentAndNotAtTheName() {
        Reply program = attach(engineer.token(), "harmless.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});
        assertThat(program.status()).isEqualTo(415);
        assertThat(program.problem()).isEqualTo("content-not-taken");
        assertThat(attach(engineer.token(), "empty.pdf", new byte[0]).status()).isEqualTo(422);

        Reply page =
                attach(engineer.token(), "page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.at("/type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(attach(engineer.token(), "%00", pdf(10)).pointers()).containsExactly("/name");
    }

    @Test
    void takesTwentyMegabytesAndNoMore() {
        assertThat(attach(engineer.token(), "large.pdf", pdf(20 * MB)).status()).isEqualTo(201);
        assertThat(attach(engineer.token(), "larger.pdf", pdf(20 * MB + 1)).status())
                .isEqualTo(413);
        byte[] content = pdf(20 * MB + 1);
        assertThat(attach(
                                engineer.token(),
                                "streamed.pdf",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)))
                        .status())
                .isEqualTo(413);
        assertThat(api.get(engineer.token(), files).json().at("/items").size()).isOne();
    }

    @Test
    void keepsTheSameContentOnceAndAtMostTen() {
        String first = attach(engineer.token(), "a.pdf", pdf(100)).at("/id");
        Reply again = attach(engineer.token(), "b.pdf", pdf(100));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(first);

        for (int i = 1; i < 10; i++) {
            assertThat(attach(engineer.token(), "f.pdf", pdf(100 + i)).status()).isEqualTo(201);
        }
        assertThat(attach(engineer.token(), "eleventh.pdf", pdf(200)).status()).isEqualTo(409);
    }

    @Test
    void removesFilesUntilTheEvidenceIsVerified() {
        String file = files + "/" + attach(engineer.token(), "a.pdf", pdf(100)).at("/id");
        String kept = files + "/" + attach(engineer.token(), "b.pdf", pdf(101)).at("/id");
        assertThat(api.delete(engineer.token(), file).status()).isEqualTo(204);
        assertThat(api.delete(engineer.token(), file).status()).isEqualTo(404);
        assertThat(api.get(engineer.token(), file).status()).isEqualTo(404);

        api.post(manager.token(), files.replace("/files", "/verification"), "{\"reason\": \"seen\"}");

        assertThat(api.delete(engineer.token(), kept).status()).isEqualTo(409);
        assertThat(attach(engineer.token(), "late.pdf", pdf(102)).status()).isEqualTo(409);
        assertThat(api.get(manager.token(), kept).status()).isEqualTo(200);
    }

    private Reply attach(String token, String name, byte[] content) {
        return attach(token, name, BodyPublishers.ofByteArray(content));
    }

    private Reply attach(String token, String name, BodyPublisher content) {
        URI at = api.at(files + "?name=" + name.replace("\"", "%22").replace("证书", "%E8%AF%81%E4%B9%A6"));
        return api.send(HttpRequest.newBuilder(at)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(content)
                .build());
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        byte[] beginning = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, content, 0, Math.min(size, beginning.length));
        return content;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
