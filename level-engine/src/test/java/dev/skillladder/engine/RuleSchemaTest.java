package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.DeclarativeRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RuleSchemaTest {

    static List<String> pages() {
        return RulePage.names();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void acceptsTheRuleOfEveryPage(String page) throws IOException {
        assertThat(complaints(RulePage.read(page).framework().get("rule"))).isEmpty();
    }

    @Test
    void acceptsTheDefaultRule() throws IOException {
        assertThat(complaints(RulePage.JSON.readTree("{\"type\": \"levels-1\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rule/definition/ratings/0/missing | null",
                "/rule/definition/ratings/0/rounding | {\"mode\": \"DOWN\"}",
                "/rule/definition/ratings/0/reducer | \"BY_KIND\"",
                "/rule/definition/ratings/0/reducer | \"SUM\"",
                "/rule/definition/groups/0/rounding | {}",
                "/rule/definition/groups/0/cap | 3",
                "/rule/definition/groups/0/over | {\"skills\": [\"java\"], \"groups\": [\"weakest\"]}",
                "/rule/definition/tracks/0/not | true",
                "/rule/definition/stability | {\"holding\": \"GRACE\"}"
            })
    void refusesWhatMeansNothing(String pointer, String json) throws IOException {
        var broken = RulePage.read("banded-average").with(pointer, json);
        assertThat(complaints(broken.framework().get("rule"))).isNotEmpty();
    }

    @Test
    void namesEveryWordOfTheContractAndNoOther() throws IOException {
        var words = new TreeSet<String>();
        for (var type : DeclarativeRule.class.getDeclaredClasses()) {
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(words::add);
            }
        }
        Arrays.stream(Kind.values()).map(Kind::name).forEach(words::add);
        assertThat(enums(RulePage.JSON.readTree(schema()), new HashSet<>())).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void namesEveryFieldOfTheContract() throws IOException {
        var fields = new TreeSet<String>();
        for (var type : DeclarativeRule.class.getDeclaredClasses()) {
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents()).forEach(component -> fields.add(component.getName()));
            }
        }
        assertThat(properties(RulePage.JSON.readTree(schema()), new HashSet<>()))
                .containsAll(fields);
    }

    private static Set<String> enums(JsonNode node, Set<String> found) {
        if (node.has("enum") && node.get("enum").isArray()) {
            node.get("enum").forEach(word -> found.add(word.asString()));
        }
        node.forEach(child -> enums(child, found));
        return found;
    }

    private static Set<String> properties(JsonNode node, Set<String> found) {
        if (node.has("properties")) {
            node.get("properties").propertyNames().forEach(found::add);
        }
        node.forEach(child -> properties(child, found));
        return found;
    }

    private static Collection<?> complaints(JsonNode rule) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(schema()).validate(rule.toString(), InputFormat.JSON);
    }

    private static String schema() throws IOException {
        try (var file = Rules.class.getResourceAsStream("/schema/rule.schema.json")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
