package dev.skillladder.catalog.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferencesTest {

    private static final CanonicalJson CANONICAL = new CanonicalJson();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /name/zh | "改名" | RENAMED /name
            /skills/0/name/en | "Python 3" | RENAMED /skills/python/name
            /skills/0/description/en | "Better said" | DESCRIPTION_CHANGED /skills/python/description
            /skills/0/behaviours/2/text/en | "Better said" | BEHAVIOUR_CHANGED /skills/python/behaviours/3/text
            /skills/0/behaviours/2/source | "a book" | BEHAVIOUR_CHANGED /skills/python/behaviours/3/source
            /skills/0/synonyms/en | ["snake"] | TEXT_CHANGED /skills/python/synonyms/en
            /skills/0/category | "data" | MOVED /skills/python/category
            /categories/1/parent | null | MOVED /categories/data/parent
            /skills/1/halfLife | null | CHANGED /skills/distributed-training/halfLife
            /skills/0/prerequisites | ["kubernetes"] | CHANGED /skills/python/prerequisites
            /ladders/0/levels/1/differs/en | "Leads" | TEXT_CHANGED /ladders/engineering/levels/senior/differs
            /ladders/0/levels/0/shared | null | TEXT_CHANGED /ladders/engineering/levels/junior/shared
            /ladders/0/levels/0/id | "one" | ADDED /ladders/engineering/levels/one, REMOVED /ladders/engineering/levels/junior
            /roles/0/ladder | "other" | CHANGED /roles/engineer/ladder
            /roles/0/requirements/0/proficiency | 2.5 | REQUIREMENT_RAISED /roles/engineer/requirements/junior:python/proficiency
            /roles/0/requirements/2/proficiency | 3 | REQUIREMENT_LOWERED /roles/engineer/requirements/senior:python/proficiency
            /roles/0/requirements/2/importance | 5 | REWEIGHTED /roles/engineer/requirements/senior:python/importance
            /roles/0/requirements/2/mustHave | false | MUST_HAVE_CHANGED /roles/engineer/requirements/senior:python/mustHave
            /roles/0/requirements/2/source | "a book" | TEXT_CHANGED /roles/engineer/requirements/senior:python/source
            /parameters/coverage | 0.75 | PARAMETER_CHANGED /parameters/coverage
            /parameters/weights/peer | 0.75 | PARAMETER_CHANGED /parameters/weights/peer
            /rule/type | "other" | RULE_CHANGED /rule/type
            /scale/step | 1 | SCALE_CHANGED /scale/step
            /scale/steps/4/name/en | "Master" | RENAMED /scale/steps/5/name
            /transfers/0/carriesOver/0/rate | 0.8 | CHANGED /transfers/engineer:analyst/carriesOver/python/rate
            /programme/months | 40 | CHANGED /programme/months
            /programme | null | CHANGED /programme
            """)
    void typesEveryChangeByIds(String pointer, String json, String expected) {
        assertThat(told(SmallFramework.valid().with(pointer, json))).containsExactlyInAnyOrder(expected.split(", "));
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() {
        assertThat(told(SmallFramework.valid().without("/skills/2").without("/roles/0/requirements/4")))
                .containsExactlyInAnyOrder(
                        "REMOVED /skills/kubernetes",
                        "REQUIREMENT_REMOVED /roles/engineer/requirements/senior:kubernetes");
        List<Change> back = Differences.between(
                tree(SmallFramework.valid().without("/skills/2")), tree(SmallFramework.valid()), List.of());
        assertThat(back).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ChangeType.ADDED);
            assertThat(change.ids()).containsEntry("skill", "kubernetes");
            assertThat(change.before()).isNull();
            assertThat(change.after().at("/name/en").asString()).isEqualTo("Kubernetes");
        });
    }

    @Test
    void anotherOrderIsOneChangeAndLevelsInAnotherOrderChangeTheLadder() {
        SmallFramework document = SmallFramework.valid();
        JsonNode skills = JSON.readTree(document.json()).at("/skills");
        document.with("/skills", "[" + skills.get(2) + "," + skills.get(0) + "," + skills.get(1) + "]");
        JsonNode levels = JSON.readTree(document.json()).at("/ladders/0/levels");
        document.with("/ladders/0/levels", "[" + levels.get(1) + "," + levels.get(0) + "]");

        assertThat(told(document))
                .containsExactlyInAnyOrder("REORDERED /skills", "LADDER_CHANGED /ladders/engineering/levels");
    }

    @Test
    void saysItInBothLanguages() {
        SmallFramework after = SmallFramework.valid()
                .with("/roles/0/requirements/0/proficiency", "2.5")
                .with("/skills/0/name/zh", "\"蟒蛇\"");

        assertThat(between(after))
                .extracting(Change::sentence)
                .contains(
                        new Text(
                                "岗位“工程师”的级别“初级”对“蟒蛇”的要求由 2 提高到 2.5。",
                                "Role “Engineer”, level “Junior”: what is asked of “Python programming” rises from 2 to"
                                        + " 2.5."),
                        new Text(
                                "技能“蟒蛇”的名称由“编程”改为“蟒蛇”。",
                                "Skill “Python programming”: the Chinese name changes from “编程” to “蟒蛇”."));
    }

    @Test
    void mappedSkillsAreToldAsWhatBecameOfThem() {
        SmallFramework after = SmallFramework.valid()
                .with("/skills/0/id", "\"scripts\"")
                .with("/skills/1/id", "\"clusters\"")
                .without("/skills/2");
        List<SkillMapping> mappings = List.of(
                new SkillMapping(MappingKind.REPLACE, List.of("python"), List.of("scripts"), null),
                new SkillMapping(
                        MappingKind.MERGE, List.of("distributed-training", "kubernetes"), List.of("clusters"), null));

        List<Change> changes = Differences.between(tree(SmallFramework.valid()), tree(after), List.of(mappings));

        assertThat(changes)
                .extracting(change -> change.type() + " " + change.path() + " " + change.before() + change.after())
                .containsExactly(
                        "REPLACED /skills/python [\"python\"][\"scripts\"]",
                        "MERGED /skills/clusters [\"distributed-training\",\"kubernetes\"][\"clusters\"]");
        assertThat(Differences.back(tree(after), tree(SmallFramework.valid()), List.of(mappings)))
                .extracting(Change::type)
                .containsExactly(ChangeType.REPLACED, ChangeType.SPLIT);
    }

    @Test
    void followsMappingsOverSeveralVersions() {
        SmallFramework after = SmallFramework.valid()
                .with("/skills/0/id", "\"scripts\"")
                .with("/skills/1/id", "\"clusters\"")
                .without("/skills/2");
        List<List<SkillMapping>> mappings = List.of(
                List.of(new SkillMapping(MappingKind.SPLIT, List.of("python"), List.of("scripts", "tools"), null)),
                List.of(new SkillMapping(
                        MappingKind.MERGE,
                        List.of("distributed-training", "kubernetes", "tools"),
                        List.of("clusters"),
                        null)));

        List<Change> changes = Differences.between(tree(SmallFramework.valid()), tree(after), mappings);

        assertThat(changes.getFirst().sentence().en())
                .isEqualTo("Skill “Python programming” is split into “Python programming”, “Distributed training”.");
        assertThat(changes).extracting(Change::type).containsExactly(ChangeType.SPLIT, ChangeType.MERGED);
    }

    @Test
    void aSkillThatTookInAnotherOneIsFollowedToo() {
        SmallFramework after =
                SmallFramework.valid().with("/skills/1/id", "\"clusters\"").with("/skills/2/id", "\"containers\"");
        List<List<SkillMapping>> mappings = List.of(
                List.of(new SkillMapping(
                        MappingKind.REPLACE, List.of("distributed-training"), List.of("kubernetes"), null)),
                List.of(new SkillMapping(
                        MappingKind.SPLIT, List.of("kubernetes"), List.of("clusters", "containers"), null)));

        assertThat(Differences.between(tree(SmallFramework.valid()), tree(after), mappings))
                .filteredOn(change -> change.path().matches("/skills/[a-z-]+"))
                .extracting(change -> change.type() + " " + change.path())
                .containsExactly("SPLIT /skills/distributed-training", "SPLIT /skills/kubernetes");
    }

    @Test
    void copesWithWhateverADraftHolds() {
        JsonNode broken = tree(SmallFramework.valid()
                .with("/skills/0/id", "null")
                .with("/skills/1", "null")
                .with("/roles/0/requirements/0", "null")
                .with("/ladders", "null")
                .with("/mappings", "[null, {\"kind\": \"SPLIT\", \"from\": [null]}]")
                .twice("/skills/2"));

        assertThat(Differences.between(tree(SmallFramework.valid()), broken, List.of()))
                .isNotEmpty();
        assertThat(Differences.ofEdit(broken, tree(SmallFramework.valid()))).isNotEmpty();
        assertThat(Differences.ofEdit(broken, broken)).isEmpty();
    }

    private static List<Change> between(SmallFramework after) {
        return Differences.between(tree(SmallFramework.valid()), tree(after), List.of());
    }

    private static List<String> told(SmallFramework after) {
        return between(after).stream()
                .map(change -> change.type() + " " + change.path())
                .toList();
    }

    private static JsonNode tree(SmallFramework document) {
        return CANONICAL.tree(CANONICAL.write(JSON.readValue(document.json(), FrameworkDocument.class)));
    }
}
