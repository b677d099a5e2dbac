package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static dev.skillladder.endtoend.WorkedExample.ratings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** An engineer shows what they can do in the article's five ways, with links and files; the manager looks and vouches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvidenceFilesStoryTest {

    private static final String EVIDENCE = "/api/assessments/evidence";
    private static final int MB = 1 << 20;

    private final WorkedExample example =
            new WorkedExample(LocalInstallation.shared(), LocalInstallation.EVIDENCE_FILES);
    private String item = "";
    private String file = "";

    @BeforeAll
    void hire() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(() -> example.as(MANAGER)
                        .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/level")
                        .expect(200));
    }

    @Test
    @Order(1)
    void theEngineerShowsWorkInFiveWays() {
        for (String kind : List.of("RESEARCH", "OPEN_SOURCE", "PROJECT", "DEEP_STUDY", "TOOL_COURSE")) {
            item = example.as(ENGINEER)
                    .post(EVIDENCE, evidence(kind))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
        }
        assertThat(example.as(ENGINEER).get(EVIDENCE).json().path("items").size())
                .isEqualTo(5);
        example.as(STRANGER).post(EVIDENCE, evidence("PROJECT")).expect(403);
        example.as(ENGINEER).post(EVIDENCE, evidence("RUMOUR")).expect(400, 422);
    }

    @Test
    @Order(2)
    void aFileIsAttachedByTheEngineerAndNobodyElse() {
        example.as(STRANGER).upload(path("course.pdf"), pdf(MB)).expect(403);
        example.as("hr").upload(path("course.pdf"), pdf(MB)).expect(403);

        JsonNode attached = example.as(ENGINEER)
                .upload(path("course.pdf"), pdf(3 * MB))
                .expect(201)
                .json();

        assertThat(attached.path("type").asString()).isEqualTo("application/pdf");
        file = EVIDENCE + "/" + item + "/files/" + attached.path("id").asString();
    }

    @Test
    @Order(3)
    void theSameTwiceIsOneFileAndWrongOrTooLargeIsNone() {
        example.as(ENGINEER).upload(path("again.pdf"), pdf(3 * MB)).expect(200);
        example.as(ENGINEER)
                .upload(path("program.pdf"), new byte[] {'M', 'Z', 0, 1, 2})
                .expect(415);
        example.as(ENGINEER).upload(path("large.pdf"), pdf(20 * MB)).expect(201);
        example.as(ENGINEER).upload(path("larger.pdf"), pdf(20 * MB + 1)).expect(413);
        assertThat(example.as(ENGINEER)
                        .get(EVIDENCE + "/" + item + "/files")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    @Order(4)
    void theManagerSavesWhatWasAttachedAndAStrangerDoesNot() {
        assertThat(example.as(MANAGER).file(file)).isEqualTo(pdf(3 * MB));
        var answer = example.as(MANAGER).get(file).expect(200).response().headers();
        assertThat(answer.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(answer.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.allValues("Content-Security-Policy"))
                .anySatisfy(policy -> assertThat(policy).contains("sandbox"));
        example.as(STRANGER).get(file).expect(403);
    }

    @Test
    @Order(5)
    void aNamedPersonVerifiesAndTheFilesStayAsTheyWere() {
        example.as(ENGINEER)
                .post(EVIDENCE + "/" + item + "/verification", Map.of("reason", "I know"))
                .expect(403);
        JsonNode verified = example.as(MANAGER)
                .post(EVIDENCE + "/" + item + "/verification", Map.of("reason", "Read the certificate"))
                .expect(200)
                .json();
        assertThat(verified.path("verifiedBy").asString())
                .isEqualTo(example.id(MANAGER).toString());
        example.as(ENGINEER).send("DELETE", file, null, Map.of()).expect(409);
        example.as(ENGINEER).upload(path("late.pdf"), pdf(100)).expect(409);
        assertThat(example.as(ENGINEER)
                        .get("/api/assessments/inbox")
                        .json()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("EVIDENCE_VERIFIED");
        eventually()
                .untilAsserted(() -> assertThat(example.as(ENGINEER)
                                .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/observations")
                                .json()
                                .path("items"))
                        .anySatisfy(observation -> {
                            assertThat(observation.path("validUntil").asString())
                                    .isEqualTo("2030-12-31");
                            assertThat(observation.path("quality").asDouble()).isEqualTo(1);
                        }));
    }

    /** Looks at every column of the service's database, as somebody with a copy of its disk would. */
    @Test
    @Order(6)
    void nothingOfAFileOrAnExplanationIsReadableInTheDatabase() throws SQLException {
        List<String> secrets = List.of("%PDF-1.7", "Read the certificate");
        try (Connection database =
                DriverManager.getConnection(LocalInstallation.shared().stack().ownerJdbcUrl(Part.ASSESSMENT))) {
            List<String> columns = columns(database);
            assertThat(columns).anySatisfy(column -> assertThat(column).contains("evidence_file"));
            for (String column : columns) {
                for (String secret : secrets) {
                    assertThat(rows(database, column, secret))
                            .as("%s in %s", secret, column)
                            .isZero();
                }
            }
            assertThat(rows(database, "known_engineer.name_en", ENGINEER))
                    .as("what is no secret is found")
                    .isPositive();
        }
    }

    private static List<String> columns(Connection database) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select quote_ident(column_of.table_name) || '.' || quote_ident(column_of.column_name)
                        from information_schema.columns column_of
                        join information_schema.tables table_of using (table_schema, table_name)
                        where table_schema = 'public' and table_of.table_type = 'BASE TABLE'
                          and column_of.data_type in ('text', 'bytea', 'json', 'jsonb', 'character varying', 'ARRAY')
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    /** Every value as its text; bytes are written in hexadecimal there. */
    private static long rows(Connection database, String column, String secret) throws SQLException {
        String table = column.substring(0, column.indexOf('.'));
        try (var statement = database.prepareStatement("""
                select count(*) from %1$s where position(? in %2$s::text) > 0 or position(? in %2$s::text) > 0
                """.formatted(table, column))) {
            statement.setString(1, secret);
            statement.setString(2, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private Map<String, Object> evidence(String kind) {
        return Map.of(
                "subject",
                example.id(ENGINEER),
                "kind",
                kind,
                "title",
                "What I did for " + kind,
                "link",
                "https://example.com/" + kind,
                "framework",
                example.framework(),
                "observedOn",
                WorkedExample.DAY,
                "validUntil",
                "2030-12-31",
                "ratings",
                ratings(Map.of("testing", 4)));
    }

    private String path(String name) {
        return EVIDENCE + "/" + item + "/files?name=" + name;
    }

    private static byte[] pdf(int size) {
        byte[] content = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), size);
        content[size - 1] = (byte) size;
        return content;
    }
}
