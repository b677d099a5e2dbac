package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which places hold what people read or search by. No rule looks there. */
final class TextPlaces {

    private static final Map<String, ChangeType> TEXTS = Map.of(
            "name", ChangeType.RENAMED,
            "description", ChangeType.DESCRIPTION_CHANGED,
            "text", ChangeType.BEHAVIOUR_CHANGED,
            "differs", ChangeType.TEXT_CHANGED,
            "shared", ChangeType.TEXT_CHANGED);

    private TextPlaces() {}

    /** The type of a change of text; null if it is about something else. */
    static @Nullable ChangeType type(Found found) {
        String pattern = found.place().pattern();
        if (pattern.startsWith("skills.synonyms")) {
            return ChangeType.TEXT_CHANGED;
        }
        String property = found.place().segment();
        if (property.equals("source")) {
            // a golden profile's source is a rater: who it is can move a level
            return switch (Thing.at(found.place())) {
                case GOLDEN_OBSERVATION, RULE, PARAMETER -> null;
                case BEHAVIOUR -> ChangeType.BEHAVIOUR_CHANGED;
                default -> ChangeType.TEXT_CHANGED;
            };
        }
        boolean text = textOrAbsent(found.before()) && textOrAbsent(found.after());
        return text ? TEXTS.get(property) : null;
    }

    private static boolean textOrAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull() || (value.isObject() && value.isEmpty()) || Texts.isText(value);
    }
}
