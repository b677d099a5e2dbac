package dev.skillladder.catalog.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * One spelling per document, so that equal documents have equal bytes and digests: properties in alphabetical order, no
 * blanks, absent values left out, exact decimals without trailing zeros.
 */
@Component
public class CanonicalJson {

    private final JsonMapper json = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("exact").addSerializer(BigDecimal.class, new ShortDecimal()))
            .build();

    /** The document's one spelling. */
    public String write(FrameworkDocument document) {
        return json.writeValueAsString(document);
    }

    /** What {@link #write(FrameworkDocument)} wrote; lists and fields that were null are null again. */
    public FrameworkDocument read(String canonical) {
        return json.readValue(canonical, FrameworkDocument.class);
    }

    /** A tree as a document; what is missing is null. */
    public FrameworkDocument read(JsonNode tree) {
        return json.treeToValue(tree, FrameworkDocument.class);
    }

    /** What {@link #write(FrameworkDocument)} wrote, as a tree. */
    public JsonNode tree(String canonical) {
        return json.readTree(canonical);
    }

    /** Skill mappings alone, as a JSON array. */
    public String write(List<SkillMapping> mappings) {
        return json.writeValueAsString(mappings);
    }

    /** The skill mappings of a document's tree. */
    public List<SkillMapping> mappings(JsonNode document) {
        JsonNode list = document.path("mappings");
        return list.isArray() ? Arrays.asList(json.treeToValue(list, SkillMapping[].class)) : List.of();
    }

    /** What {@link #write(List)} wrote. */
    public List<SkillMapping> mappings(String array) {
        return Arrays.asList(json.readValue(array, SkillMapping[].class));
    }

    /** SHA-256 of a canonical text, lower-case hex. */
    public static String digest(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class ShortDecimal extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(value.stripTrailingZeros());
        }
    }
}
