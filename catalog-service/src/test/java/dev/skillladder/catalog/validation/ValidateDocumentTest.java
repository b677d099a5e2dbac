package dev.skillladder.catalog.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ValidateDocumentTest {

    private static final CanonicalJson JSON = new CanonicalJson();
    private static final String NEW_SKILL_REQUIREMENT = """
            {"level": "senior", "skill": "python", "proficiency": 4, "importance": 1, "mustHave": true,
             "source": "editorial"}""";

    @Test
    void findsNothingInAValidDocument() {
        assertThat(findings(SmallFramework.valid())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsWhatIsBroken(Broken broken) {
        assertThat(findings(broken.document())).as(broken.toString()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(broken.code());
            assertThat(finding.pointer()).isEqualTo(broken.pointer());
            assertThat(finding.message().zh()).isNotBlank().doesNotContain("%");
            assertThat(finding.message().en()).isNotBlank().doesNotContain("%");
        });
    }

    @Test
    void everyCodeHasADocumentThatBreaksIt() {
        Set<Code> shown = broken().map(Broken::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
        shown.addAll(Set.of(Code.TOO_LARGE, Code.AND_MORE, Code.MAPPED_SKILL_STAYS, Code.SKILL_DROPPED)); // below

        assertThat(shown).containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void acceptsAGoldenProfileThatIsComputedAsItSays() {
        assertThat(findings(SmallFramework.valid().with("/goldenProfiles", golden("engineer", null))))
                .isEmpty();
    }

    @Test
    void saysWhatAFailingGoldenProfileExpectedAndWhatWasComputed() {
        assertThat(findings(SmallFramework.valid().with("/goldenProfiles", golden("engineer", "senior"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message().en()).contains("should be 'senior'", "computed as no level");
                    assertThat(finding.message().zh()).contains("应为“senior”", "计算结果为“无级别”");
                });
    }

    /** Somebody a manager sees at 1.0 in Python, which every level must have at more. */
    private static String golden(String role, @Nullable String verified) {
        return """
                [{"id": "g", "name": {"zh": "样例", "en": "Sample"}, "role": "%s", "asOf": "2026-11-01",
                  "observations": [{"skill": "python", "kind": "MANAGER", "source": "m", "value": 1, "observedOn": "2026-11-01"}]%s}]""".formatted(role, verified == null ? "" : ", \"verified\": \"" + verified + "\"");
    }

    static Stream<Broken> broken() {
        return Stream.of(
                at("/skills/0/prerequisites", Code.PREREQUISITE_CYCLE).with("/skills/0/prerequisites", "[\"python\"]"),
                at("/mappings/0/from/0", Code.MAPPED_SKILL_UNKNOWN)
                        .with("/mappings", "[{\"kind\": \"REPLACE\", \"from\": [\"old\"], \"to\": [\"python\"]}]"),
                at("/mappings/0/from/1", Code.MAPPED_TWICE)
                        .with(
                                "/mappings",
                                "[{\"kind\": \"MERGE\", \"from\": [\"old\", \"old\"], \"to\": [\"python\"]}]"),
                at("/mappings/0/to", Code.MAPPING_ARITY)
                        .with("/mappings", "[{\"kind\": \"SPLIT\", \"from\": [\"old\"], \"to\": [\"python\"]}]"),
                at("/mappings/0/reducer", Code.REDUCER_WITHOUT_MERGE)
                        .with("/mappings", "[{\"kind\": \"REPLACE\", \"reducer\": \"MEAN\"}]"),
                at("/name/en", Code.OUT_OF_DATE).with("/outOfDate", "[{\"text\": \"/name\", \"language\": \"en\"}]"),
                at("/source", Code.MISSING).without("/source"),
                at("/source", Code.MISSING).with("/source", "\" \""),
                at("/name", Code.MISSING).without("/name"),
                at("/skills", Code.MISSING).with("/skills", "null"),
                at("/skills/1", Code.MISSING).with("/skills/1", "null"),
                at("/skills/0/synonyms", Code.MISSING).without("/skills/0/synonyms"),
                at("/skills/0/behaviours", Code.MISSING).with("/skills/0/behaviours", "null"),
                at("/roles/0/requirements/0/level", Code.MISSING).without("/roles/0/requirements/0/level"),
                at("/developmentActions/0/kind", Code.MISSING).without("/developmentActions/0/kind"),
                at("/parameters", Code.MISSING).without("/parameters"),
                at("/parameters/caps", Code.MISSING).without("/parameters/caps"),
                at("/parameters/coverage", Code.MISSING).without("/parameters/coverage"),
                at("/rule/type", Code.MISSING).without("/rule"),
                at("/scale", Code.MISSING).without("/scale"),
                at("/programme/milestones/1/proficiencies", Code.MISSING)
                        .without("/programme/milestones/1/proficiencies"),
                at("/categories", Code.EMPTY).with("/categories", "[]"),
                at("/roles", Code.EMPTY).with("/roles", "[]"),
                at("/ladders/0/levels", Code.EMPTY).with("/ladders/0/levels", "[]"),
                at("/skills/0/name/en", Code.TEXT_MISSING).with("/skills/0/name/en", "\"  \""),
                at("/skills/0/name/zh", Code.TEXT_MISSING).without("/skills/0/name/zh"),
                at("/ladders/0/levels/1/differs/en", Code.TEXT_MISSING).without("/ladders/0/levels/1/differs/en"),
                at("/skills/0/behaviours/2/text/zh", Code.TEXT_MISSING).without("/skills/0/behaviours/2/text/zh"),
                at("/skills/0/id", Code.BAD_SLUG).with("/skills/0/id", "\"Python 3\""),
                at("/roles/0/id", Code.BAD_SLUG).with("/roles/0/id", "\"" + "a".repeat(65) + "\""),
                at("/id", Code.BAD_SLUG).with("/id", "\"\""),
                at("/skills/3/id", Code.DUPLICATE_ID).twice("/skills/0"),
                at("/ladders/0/levels/2/id", Code.DUPLICATE_ID).twice("/ladders/0/levels/0"),
                at("/halfLives/1/id", Code.DUPLICATE_ID).twice("/halfLives/0"),
                at("/id", Code.OTHER_FRAMEWORK).with("/id", "\"other\""),
                at("/skills/0/category", Code.UNKNOWN_CATEGORY).with("/skills/0/category", "\"nowhere\""),
                at("/categories/1/parent", Code.UNKNOWN_PARENT).with("/categories/1/parent", "\"nowhere\""),
                at("/roles/0/requirements/0/skill", Code.UNKNOWN_SKILL)
                        .with("/roles/0/requirements/0/skill", "\"nothing\""),
                at("/transfers/0/complement/0", Code.UNKNOWN_SKILL).with("/transfers/0/complement/0", "\"nothing\""),
                at("/transfers/0/carriesOver/0/skill", Code.UNKNOWN_SKILL)
                        .with("/transfers/0/carriesOver/0/skill", "\"nothing\""),
                at("/programme/courses/0/skills/0", Code.UNKNOWN_SKILL)
                        .with("/programme/courses/0/skills/0", "\"nothing\""),
                at("/programme/entry/0/skill", Code.UNKNOWN_SKILL).with("/programme/entry/0/skill", "\"nothing\""),
                at("/roles/0/ladder", Code.UNKNOWN_LADDER).with("/roles/0/ladder", "\"rope\""),
                at("/roles/0/requirements/0/level", Code.UNKNOWN_LEVEL)
                        .with("/roles/0/requirements/0/level", "\"guru\""),
                at("/programme/milestones/1/level", Code.UNKNOWN_LEVEL)
                        .with("/programme/milestones/1/level", "\"guru\""),
                at("/transfers/0/to", Code.UNKNOWN_ROLE).with("/transfers/0/to", "\"nobody\""),
                at("/programme/role", Code.UNKNOWN_ROLE).with("/programme/role", "\"nobody\""),
                at("/skills/0/improve/0", Code.UNKNOWN_ACTION).with("/skills/0/improve/0", "\"sleep\""),
                at("/skills/1/halfLife", Code.UNKNOWN_HALF_LIFE).with("/skills/1/halfLife", "\"never\""),
                at("/skills/0/synonyms/fr", Code.UNKNOWN_LANGUAGE).with("/skills/0/synonyms/fr", "[]"),
                at("/categories/0/parent", Code.CATEGORY_CYCLE).with("/categories/0/parent", "\"data\""),
                at("/categories/0/parent", Code.CATEGORY_CYCLE).with("/categories/0/parent", "\"foundations\""),
                at("/scale", Code.BAD_SCALE).with("/scale/max", "1"),
                at("/scale", Code.BAD_SCALE).with("/scale/max", "100000000"),
                at("/scale", Code.BAD_SCALE).with("/scale/step", "0"),
                at("/scale", Code.BAD_SCALE).with("/scale/step", "0.3"),
                at("/scale", Code.BAD_SCALE).with("/scale/min", "0.5"),
                at("/scale/steps", Code.SCALE_STEPS).without("/scale/steps/4"),
                at("/scale/steps", Code.SCALE_STEPS).with("/scale/steps/0/value", "2"),
                at("/skills/0/behaviours", Code.BEHAVIOUR_STEPS).without("/skills/0/behaviours/4"),
                at("/skills/0/behaviours", Code.BEHAVIOUR_STEPS).twice("/skills/0/behaviours/4"),
                at("/skills/0/behaviours", Code.BEHAVIOUR_STEPS).with("/skills/0/behaviours", "[]"),
                at("/roles/0/requirements/0/proficiency", Code.OFF_SCALE)
                        .with("/roles/0/requirements/0/proficiency", "0.5"),
                at("/roles/0/requirements/0/proficiency", Code.OFF_SCALE)
                        .with("/roles/0/requirements/0/proficiency", "1.7"),
                at("/programme/entry/0/proficiency", Code.OFF_SCALE).with("/programme/entry/0/proficiency", "5.5"),
                at("/roles/0/requirements/0/importance", Code.IMPORTANCE_RANGE)
                        .with("/roles/0/requirements/0/importance", "0"),
                at("/roles/0/requirements/0/importance", Code.IMPORTANCE_RANGE)
                        .with("/roles/0/requirements/0/importance", "101"),
                at("/roles/0/requirements", Code.TOO_MANY_MUST_HAVES).with("/parameters/maxMustHaves", "0"),
                at("/roles/0/requirements/5", Code.DUPLICATE_REQUIREMENT)
                        .with("/roles/0/requirements/-", NEW_SKILL_REQUIREMENT),
                at("/roles/0/requirements/2/proficiency", Code.REQUIREMENT_FALLS)
                        .with("/roles/0/requirements/2/proficiency", "1.5"),
                at("/roles/0/requirements/2/mustHave", Code.MUST_HAVE_DROPPED)
                        .with("/roles/0/requirements/2/mustHave", "false"),
                at("/roles/0/requirements/0", Code.MUST_HAVE_DROPPED).without("/roles/0/requirements/2"),
                at("/roles/1/requirements", Code.LEVEL_WITHOUT_REQUIREMENT).without("/roles/1/requirements/1"),
                at("/ladders/1", Code.LEVEL_UNREACHABLE).with("/ladders/-", "{\"id\": \"unused\", \"levels\": []}"),
                at("/parameters/minWeight", Code.LEVEL_UNREACHABLE).with("/parameters/minWeight", "4.6"),
                at("/halfLives/0/days", Code.PARAMETER_RANGE).with("/halfLives/0/days", "0"),
                at("/parameters/weights/self", Code.PARAMETER_RANGE).with("/parameters/weights/self", "0"),
                at("/parameters/caps/peer", Code.PARAMETER_RANGE).with("/parameters/caps/peer", "-1"),
                at("/parameters/halfLifeDays", Code.PARAMETER_RANGE).with("/parameters/halfLifeDays", "0"),
                at("/parameters/sigma0", Code.PARAMETER_RANGE).with("/parameters/sigma0", "0"),
                at("/parameters/nu0", Code.PARAMETER_RANGE).with("/parameters/nu0", "0"),
                at("/parameters/minWeight", Code.PARAMETER_RANGE).with("/parameters/minWeight", "0"),
                at("/parameters/minReviewers", Code.PARAMETER_RANGE).with("/parameters/minReviewers", "-1"),
                at("/parameters/tolerance", Code.PARAMETER_RANGE).with("/parameters/tolerance", "-0.1"),
                at("/parameters/coverage", Code.PARAMETER_RANGE).with("/parameters/coverage", "0"),
                at("/parameters/coverage", Code.PARAMETER_RANGE).with("/parameters/coverage", "1.000001"),
                at("/parameters/coverage", Code.PARAMETER_RANGE).with("/parameters/coverage", "1e-400"),
                at("/parameters/maxMustHaves", Code.PARAMETER_RANGE).with("/parameters/maxMustHaves", "-1"),
                at("/parameters/correlation", Code.PARAMETER_RANGE).with("/parameters/correlation", "1"),
                at("/parameters/propose", Code.PARAMETER_RANGE).with("/parameters/propose", "1.1"),
                at("/parameters/review", Code.PARAMETER_RANGE).with("/parameters/review", "-0.1"),
                at("/parameters/unverifiedQuality", Code.PARAMETER_RANGE).with("/parameters/unverifiedQuality", "0"),
                at("/parameters/workedLittleQuality", Code.PARAMETER_RANGE)
                        .with("/parameters/workedLittleQuality", "2"),
                at("/rule/type", Code.UNKNOWN_RULE).with("/rule/type", "\"stars\""),
                at("/rule/definition", Code.RULE_WRONG).with("/rule", "{\"type\": \"declarative\"}"),
                at("/rule/definition/ratings/0/missing", Code.RULE_WRONG).with("/rule", """
                                {"type": "declarative", "definition": {
                                  "ratings": [{"id": "r", "kinds": ["MANAGER"], "reducer": "MEAN", "rounding": {"mode": "NONE"}}],
                                  "groups": [{"id": "g", "over": {"skills": ["python"]}, "rating": "r", "rollUp": "SUM"}],
                                  "tracks": [{"id": "t", "name": {"zh": "甲", "en": "T"}, "role": "engineer", "decision": "HIGHEST",
                                    "levels": [{"level": "junior", "requires": [{"group": "g", "least": 2, "absent": "FAIL"}]}]}]}}"""),
                at("/goldenProfiles/0/role", Code.GOLDEN_PROFILE_WRONG)
                        .with("/goldenProfiles", golden("juggler", null)),
                at("/goldenProfiles/0/verified", Code.GOLDEN_PROFILE_FAILS)
                        .with("/goldenProfiles", golden("engineer", "senior")),
                at("/transfers/0/to", Code.TRANSFER_TO_ITSELF).with("/transfers/0/to", "\"engineer\""),
                at("/transfers/1", Code.DUPLICATE_TRANSFER).twice("/transfers/0"),
                at("/transfers/0/complement/1", Code.DUPLICATE_REFERENCE).twice("/transfers/0/complement/0"),
                at("/transfers/0/carriesOver/1/skill", Code.DUPLICATE_REFERENCE).twice("/transfers/0/carriesOver/0"),
                at("/transfers/0/carriesOver/0/rate", Code.RATE_RANGE).with("/transfers/0/carriesOver/0/rate", "0"),
                at("/programme/months", Code.MONTH_RANGE).with("/programme/months", "0"),
                at("/programme/milestones/1/month", Code.MONTH_RANGE).with("/programme/milestones/1/month", "12"),
                at("/programme/milestones/1/month", Code.MONTH_RANGE).with("/programme/milestones/1/month", "37"),
                at("/programme/milestones/1", Code.MILESTONE_EMPTY).without("/programme/milestones/1/level"),
                at("/skills/2", Code.SKILL_UNUSED).without("/roles/0/requirements/4"));
    }

    /** The lower level keeps asking for it, and a higher level includes the lower ones. */
    @Test
    void aHigherLevelMayBeSilentAboutASkillThatIsNoMustHave() {
        assertThat(findings(SmallFramework.valid().without("/roles/0/requirements/3")))
                .isEmpty();
    }

    @Test
    void comparesWithAllLevelsBelowNotOnlyTheNext() {
        SmallFramework document = SmallFramework.valid()
                .with("/ladders/0/levels/-", """
                        {"id": "principal", "name": {"zh": "首席", "en": "Principal"},
                         "description": {"zh": "定方向", "en": "Sets directions"}, "source": "editorial"}""")
                .without("/roles/0/requirements/3")
                .with("/roles/0/requirements/-", """
                        {"level": "principal", "skill": "python", "proficiency": 4, "importance": 1, "mustHave": true,
                         "source": "editorial"}""")
                .with("/roles/0/requirements/1/proficiency", "2")
                .with("/roles/0/requirements/-", """
                        {"level": "principal", "skill": "distributed-training", "proficiency": 1.5, "importance": 1,
                         "mustHave": false, "source": "editorial"}""")
                .with("/roles/1/requirements/-", """
                        {"level": "principal", "skill": "python", "proficiency": 3, "importance": 1, "mustHave": false,
                         "source": "editorial"}""");

        assertThat(findings(document))
                .extracting(finding -> finding.pointer() + " " + finding.code())
                .containsExactly("/roles/0/requirements/5/proficiency requirement-falls");
    }

    @Test
    void listsEveryProblemAtOnce() {
        SmallFramework document = SmallFramework.valid()
                .with("/name/en", "\"\"")
                .with("/skills/0/category", "\"nowhere\"")
                .with("/parameters/sigma0", "-1")
                .with("/rule/type", "\"stars\"");

        assertThat(findings(document))
                .extracting(Finding::pointer)
                .containsExactly("/name/en", "/skills/0/category", "/parameters/sigma0", "/rule/type");
    }

    @Test
    void unusedSkillIsAWarningAndDoesNotPreventPublishing() {
        SmallFramework document = SmallFramework.valid().without("/roles/0/requirements/4");

        assertThat(findings(document)).extracting(Finding::severity).containsExactly(Severity.WARNING);
        new ValidateDocument().orRefuse("small", JSON.read(document.json()), document.json(), Set.of());
    }

    @Test
    void refusalCarriesPointersAndCodes() {
        SmallFramework document = SmallFramework.valid().with("/rule/type", "\"stars\"");

        assertThatThrownBy(() ->
                        new ValidateDocument().orRefuse("small", JSON.read(document.json()), document.json(), Set.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 problems");
    }

    /** Whatever is null, at every place of the document, is reported or harmless, and never ends in an exception. */
    @Test
    void survivesNullAtEveryPlace() {
        JsonMapper mapper = JsonMapper.builder().build();
        List<String> places = new TreeSet<>(
                        places("", mapper.readTree(SmallFramework.valid().json())))
                .stream().toList();
        assertThat(places).hasSizeGreaterThan(200);
        for (String place : places) {
            JsonNode value = mapper.readTree(SmallFramework.valid().json()).at(place);
            if (!value.isNumber() && !value.isBoolean()) {
                String json = SmallFramework.valid().with(place, "null").json();
                assertThat(new ValidateDocument().findings("small", JSON.read(json), json, Set.of()))
                        .as(place)
                        .isNotNull();
            }
        }
    }

    @Test
    void reportsAnEmptyDocument() {
        assertThat(new ValidateDocument().findings("small", JSON.read("{}"), "{}", Set.of()))
                .extracting(Finding::pointer)
                .contains(
                        "/id",
                        "/name",
                        "/scale",
                        "/categories",
                        "/skills",
                        "/ladders",
                        "/roles",
                        "/transfers",
                        "/developmentActions",
                        "/halfLives",
                        "/parameters",
                        "/rule/type");
    }

    @Test
    void stopsListingWhenNobodyWouldReadOn() {
        String json = "{\"skills\": [" + "{},".repeat(5_000) + "{}]}";

        List<Finding> findings = new ValidateDocument().findings("small", JSON.read(json), json, Set.of());

        assertThat(findings).hasSize(Findings.MOST + 1);
        assertThat(findings.getLast().code()).isEqualTo(Code.AND_MORE);
    }

    @Test
    void refusesDocumentsThatDoNotFitIntoAnEvent() {
        String huge = " ".repeat(17 * 1024 * 1024);

        assertThat(new ValidateDocument()
                        .findings("small", JSON.read(SmallFramework.valid().json()), huge, Set.of()))
                .extracting(Finding::code)
                .containsExactly(Code.TOO_LARGE);
    }

    @Test
    void longChainsOfCategoriesAreCheckedInOnePass() {
        String chain = Stream.iterate(1, n -> n + 1)
                .limit(20_000)
                .map(n -> "{\"id\": \"c%d\", \"parent\": \"c%d\"}".formatted(n, n + 1))
                .collect(Collectors.joining(",", "[", ",{\"id\": \"c20001\"}]"));
        SmallFramework document = SmallFramework.valid().with("/categories", chain);

        assertThat(findings(document)).extracting(Finding::code).doesNotContain(Code.CATEGORY_CYCLE);
    }

    @Test
    void everySkillInACircleOfPrerequisitesIsReportedAndNoOther() {
        SmallFramework circle = SmallFramework.valid()
                .with("/skills/0/prerequisites", "[\"kubernetes\"]")
                .with("/skills/2/prerequisites", "[\"python\"]")
                .with("/skills/1/prerequisites", "[\"python\"]");
        SmallFramework itself = SmallFramework.valid().with("/skills/0/prerequisites", "[\"python\"]");

        assertThat(findings(circle))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/skills/0/prerequisites", Code.PREREQUISITE_CYCLE),
                        tuple("/skills/2/prerequisites", Code.PREREQUISITE_CYCLE));
        assertThat(findings(itself)).extracting(Finding::code).containsExactly(Code.PREREQUISITE_CYCLE);
    }

    @Test
    void prerequisitesAreSkillsAndNamedOnce() {
        SmallFramework document =
                SmallFramework.valid().with("/skills/0/prerequisites", "[\"kubernetes\", \"kubernetes\", \"rust\"]");

        assertThat(findings(document))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/skills/0/prerequisites/1", Code.DUPLICATE_REFERENCE),
                        tuple("/skills/0/prerequisites/2", Code.UNKNOWN_SKILL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"REPLACE","from":["old"],"to":["python"]} | ``
            {"kind":"SPLIT","from":["old"],"to":["python","kubernetes"]} | ``
            {"kind":"MERGE","from":["old","older"],"to":["python"],"reducer":"LOWEST"} | ``
            {"kind":"REPLACE","from":["never"],"to":["python"]} | /mappings/0/from/0 mapped-skill-unknown
            {"kind":"REPLACE","from":["python"],"to":["kubernetes"]} | /mappings/0/from/0 mapped-skill-stays
            {"kind":"REPLACE","from":["old"],"to":["rust"]} | /mappings/0/to/0 unknown-skill
            {"kind":"REPLACE","from":["old"],"to":["python","kubernetes"]} | /mappings/0/to mapping-arity
            {"kind":"SPLIT","from":["old"],"to":["python"]} | /mappings/0/to mapping-arity
            {"kind":"SPLIT","from":["old","older"],"to":["python","kubernetes"]} | /mappings/0/from mapping-arity
            {"kind":"MERGE","from":["old"],"to":["python"]} | /mappings/0/from mapping-arity
            {"kind":"MERGE","from":["old","old"],"to":["python"]} | /mappings/0/from/1 mapped-twice
            {"kind":"SPLIT","from":["old"],"to":["python","python"]} | /mappings/0/to/1 mapped-twice
            {"kind":"SPLIT","from":["old"],"to":["python","kubernetes"],"reducer":"MEAN"} | /mappings/0/reducer reducer-without-merge
            {"kind":null,"from":["old"],"to":["python"]} | /mappings/0/kind missing
            {"kind":"REPLACE"} | /mappings/0/from missing, /mappings/0/to missing, /mappings/0/from mapping-arity, /mappings/0/to mapping-arity
            null | /mappings/0 missing
            """)
    void mappingsContinueSkillsOfTheVersionBefore(String mapping, String expected) {
        String json =
                SmallFramework.valid().with("/mappings", "[" + mapping + "]").json();

        assertThat(new ValidateDocument()
                        .findings("small", JSON.read(json), json, Set.of("python", "old", "older")).stream()
                                .filter(finding -> finding.severity() == Severity.ERROR)
                                .map(finding -> finding.pointer() + " " + finding.code()))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(", "));
    }

    @Test
    void aSkillDroppedWithoutMappingIsAWarning() {
        String json = SmallFramework.valid().json();

        assertThat(new ValidateDocument().findings("small", JSON.read(json), json, Set.of("python", "old")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.SKILL_DROPPED);
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message().zh()).contains("old");
                });
    }

    @Test
    void theFirstVersionHasNothingToMap() {
        SmallFramework document = SmallFramework.valid()
                .with("/mappings", "[{\"kind\": \"REPLACE\", \"from\": [\"old\"], \"to\": [\"python\"]}]");

        assertThat(findings(document)).extracting(Finding::code).containsExactly(Code.MAPPED_SKILL_UNKNOWN);
    }

    private static List<String> places(String at, JsonNode node) {
        return switch (node) {
            case ObjectNode object ->
                object.properties().stream()
                        .flatMap(property -> Stream.concat(
                                Stream.of(at + "/" + property.getKey()),
                                places(at + "/" + property.getKey(), property.getValue()).stream()))
                        .toList();
            case ArrayNode array ->
                Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                        .flatMap(index -> Stream.concat(
                                Stream.of(at + "/" + index), places(at + "/" + index, array.get(index)).stream()))
                        .toList();
            default -> List.of();
        };
    }

    private static List<Finding> findings(SmallFramework document) {
        return new ValidateDocument().findings("small", JSON.read(document.json()), document.json(), Set.of());
    }

    private static Broken at(String pointer, Code code) {
        return new Broken(pointer, code, SmallFramework.valid());
    }

    record Broken(String pointer, Code code, SmallFramework document) {

        Broken with(String place, String json) {
            document.with(place, json);
            return this;
        }

        Broken without(String place) {
            document.without(place);
            return this;
        }

        Broken twice(String place) {
            document.twice(place);
            return this;
        }

        @Override
        public String toString() {
            return code + " at " + pointer;
        }
    }
}
