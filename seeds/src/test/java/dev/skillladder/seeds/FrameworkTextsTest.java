package dev.skillladder.seeds;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Behaviour;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FrameworkTextsTest {

    /** Share of common words (en) or pairs of characters (zh) from which two texts count as one template. */
    private static final double TEMPLATED = 0.45;

    private static final FrameworkDocument FRAMEWORK = SeedFramework.document();
    private static final JsonNode TREE = SeedFiles.JSON.valueToTree(FRAMEWORK);

    @Test
    void describesFiveStepsInBothLanguages() {
        assertThat(FRAMEWORK.skills()).allSatisfy(skill -> {
            assertThat(skill.behaviours()).extracting(Behaviour::step).containsExactly(1, 2, 3, 4, 5);
            assertThat(skill.behaviours()).allSatisfy(behaviour -> {
                assertThat(behaviour.text().zh()).as(skill.id()).hasSizeGreaterThanOrEqualTo(10);
                assertThat(behaviour.text().en()).as(skill.id()).hasSizeGreaterThanOrEqualTo(25);
            });
        });
    }

    @Test
    void repeatsNoBehaviourAndFillsNoTemplate() {
        assertApart(withoutName(b -> b.text().en(), s -> s.name().en()), FrameworkTextsTest::words);
        assertApart(withoutName(b -> b.text().zh(), s -> s.name().zh()), FrameworkTextsTest::pairs);
    }

    private static List<String> withoutName(Function<Behaviour, String> text, Function<Skill, String> name) {
        return FRAMEWORK.skills().stream()
                .flatMap(skill -> skill.behaviours().stream()
                        .map(b -> text.apply(b)
                                .toLowerCase(Locale.ROOT)
                                .replace(name.apply(skill).toLowerCase(Locale.ROOT), "")))
                .toList();
    }

    private static void assertApart(List<String> texts, Function<String, Set<String>> parts) {
        List<Set<String>> sets = texts.stream().map(parts).toList();
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (similarity(sets.get(i), sets.get(j)) >= TEMPLATED) {
                    alike.add(texts.get(i) + " ~ " + texts.get(j));
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    private static double similarity(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return (double) common.size() / (one.size() + other.size() - common.size());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^a-z0-9]+", -1)).collect(toSet());
    }

    private static Set<String> pairs(String text) {
        return IntStream.range(0, text.length() - 1)
                .mapToObj(i -> text.substring(i, i + 2))
                .collect(toSet());
    }

    @Test
    void speaksChineseInZhAndNoneInEn() {
        assertThat(TREE.findValues("zh"))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.toString())
                        .containsPattern("\\p{IsHan}|^.(PyTorch|TensorFlow).$")
                        .doesNotContainPattern("\\p{IsHan}[,;:?()]"));
        assertThat(TREE.findValues("en"))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.toString())
                        .doesNotContainPattern("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]"));
        assertThat(FRAMEWORK.skills())
                .flatExtracting(Skill::behaviours)
                .allSatisfy(b -> assertThat(b.text().zh())
                        .containsPattern("\\p{IsHan}{2}")
                        .endsWith("。"));
    }

    @Test
    void everyStatementNamesItsSource() {
        // the source of a golden profile's observation is a made-up person
        var statements = ((ObjectNode) TREE.deepCopy()).without("goldenProfiles");
        assertThat(statements.findValues("source"))
                .hasSizeGreaterThan(500)
                .allSatisfy(node -> assertThat(node.asString()).matches("article( §[1-4].*)?|editorial"));
    }

    @Test
    void idsAreSlugs() {
        assertThat(TREE.findValues("id"))
                .hasSizeGreaterThan(100)
                .allSatisfy(node -> assertThat(node.asString()).matches("[a-z0-9-]{1,64}"));
    }
}
