package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of docs/rules: the case it shows and what it says the answer is. */
record RulePage(
        ObjectNode framework, String role, LocalDate asOf, Map<String, List<Observation>> seen, JsonNode answer) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    static List<String> names() {
        try (var files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RulePage read(String name) {
        try {
            var blocks = BLOCK.matcher(Files.readString(PAGES.resolve(name + ".md")));
            var found = new ArrayList<JsonNode>();
            while (blocks.find()) {
                found.add(JSON.readTree(blocks.group(1)));
            }
            var body = found.getFirst();
            var seen = new HashMap<String, List<Observation>>();
            for (var one : body.get("observations")) {
                seen.computeIfAbsent(one.get("skill").asString(), _ -> new ArrayList<>())
                        .add(observation(
                                Kind.valueOf(one.get("kind").asString()),
                                one.get("source").asString(),
                                one.get("value").asDouble(),
                                LocalDate.parse(one.get("observedOn").asString())));
            }
            return new RulePage(
                    (ObjectNode) body.get("framework"),
                    body.get("role").asString(),
                    LocalDate.parse(body.get("asOf").asString()),
                    seen,
                    found.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the defaults of an inline framework. */
    FrameworkDocument document() {
        var whole = framework.deepCopy();
        for (var list : List.of("categories", "halfLives", "transfers", "developmentActions")) {
            if (!whole.has(list)) {
                whole.putArray(list);
            }
        }
        for (var role : whole.get("roles")) {
            if (!role.has("requirements")) {
                ((ObjectNode) role).putArray("requirements");
            }
        }
        if (!whole.has("scale")) {
            whole.set("scale", JSON.valueToTree(Example.rules().scale()));
        }
        whole.set("parameters", JSON.valueToTree(Example.parameters(.5)));
        return JSON.treeToValue(whole, FrameworkDocument.class);
    }

    /** The page with one value of its framework changed; null takes it away. */
    RulePage with(String pointer, @Nullable String json) {
        var changed = framework.deepCopy();
        var parent = changed.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            if (json == null) {
                object.remove(name);
            } else {
                object.set(name, JSON.readTree(json));
            }
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(json == null ? "null" : json));
        } else {
            throw new IllegalArgumentException(pointer + " leads nowhere");
        }
        return new RulePage(changed, role, asOf, seen, answer);
    }

    RulePage seeing(Map<String, List<Observation>> others) {
        return new RulePage(framework, role, asOf, others, answer);
    }

    LevelResult level() {
        return level(asOf, Set.of());
    }

    LevelResult level(LocalDate day, Set<String> exempt) {
        return LevelRule.level(Rules.of(document()), role, Map.of(), seen, day, null, exempt, null);
    }

    static Observation observation(Kind kind, String source, double value, LocalDate day) {
        return new Observation(
                kind, source, value, day, day.atStartOfDay().toInstant(ZoneOffset.UTC), 1, 1, "", false, null);
    }
}
