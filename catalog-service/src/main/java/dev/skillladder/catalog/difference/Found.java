package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place where two documents differ.
 *
 * @param element whether the place is a whole element of a list, so that one without {@code before} was added
 * @param reordered whether it is a list with the same elements in another order; the values are their names
 */
record Found(
        Place place, @Nullable JsonNode before, @Nullable JsonNode after, boolean element, boolean reordered) {

    /** What kind of change it is; what nobody foresaw is at least a change. */
    ChangeType type() {
        if (reordered) {
            return place.pattern().startsWith("ladders") ? ChangeType.LADDER_CHANGED : ChangeType.REORDERED;
        }
        if (element) {
            return ofElement();
        }
        ChangeType text = TextPlaces.type(this);
        return text == null ? ofProperty() : text;
    }

    private ChangeType ofElement() {
        boolean added = before == null;
        return switch (Thing.at(place)) {
            case REQUIREMENT -> added ? ChangeType.REQUIREMENT_ADDED : ChangeType.REQUIREMENT_REMOVED;
            case MAPPING -> ChangeType.MAPPING_CHANGED;
            case TRANSLATION -> ChangeType.FRESHNESS_CHANGED;
            case SCALE_STEP -> ChangeType.SCALE_CHANGED;
            case RULE -> ChangeType.RULE_CHANGED;
            case GOLDEN_OBSERVATION -> ChangeType.GOLDEN_PROFILE_CHANGED;
            default -> added ? ChangeType.ADDED : ChangeType.REMOVED;
        };
    }

    private ChangeType ofProperty() {
        ChangeType known = PROPERTIES.get(place.pattern());
        if (known != null) {
            return known;
        }
        return switch (Thing.at(place)) {
            case SCALE, SCALE_STEP -> ChangeType.SCALE_CHANGED;
            case LADDER, LEVEL -> ChangeType.LADDER_CHANGED;
            case PARAMETER -> ChangeType.PARAMETER_CHANGED;
            case RULE -> ChangeType.RULE_CHANGED;
            case MAPPING -> ChangeType.MAPPING_CHANGED;
            case GOLDEN_PROFILE, GOLDEN_OBSERVATION -> ChangeType.GOLDEN_PROFILE_CHANGED;
            case TRANSLATION -> ChangeType.FRESHNESS_CHANGED;
            default ->
                place.pattern().equals("roles.requirements.proficiency") ? raisedOrLowered() : ChangeType.CHANGED;
        };
    }

    private ChangeType raisedOrLowered() {
        double asked = before == null ? 0 : before.asDouble(0);
        double asks = after == null ? 0 : after.asDouble(0);
        return asks > asked ? ChangeType.REQUIREMENT_RAISED : ChangeType.REQUIREMENT_LOWERED;
    }

    private static final Map<String, ChangeType> PROPERTIES = Map.of(
            "skills.category", ChangeType.MOVED,
            "categories.parent", ChangeType.MOVED,
            "roles.requirements.importance", ChangeType.REWEIGHTED,
            "roles.requirements.mustHave", ChangeType.MUST_HAVE_CHANGED);
}
