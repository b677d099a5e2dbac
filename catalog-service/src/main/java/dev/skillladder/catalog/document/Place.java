package dev.skillladder.catalog.document;

import org.jspecify.annotations.Nullable;

/**
 * A place in a document by names instead of positions, for example {@code /skills/java/behaviours/3/text}.
 *
 * @param around the object or list it is in; null at the top
 * @param segment name of the property or element
 * @param pattern names of the properties down to here without elements, for example {@code skills.behaviours.text}
 */
public record Place(@Nullable Place around, String segment, String pattern) {

    /** The whole document. */
    public static final Place TOP = new Place(null, "", "");

    /** A property of the object here. */
    public Place property(String name) {
        return new Place(this, name, pattern.isEmpty() ? name : pattern + "." + name);
    }

    /** An element of the list here. */
    public Place element(String name) {
        return new Place(this, name, pattern);
    }

    /** The name of the element of the list with this pattern that the place is in; null if it is in none. */
    public @Nullable String elementOf(String list) {
        for (Place place = this; place.around != null; place = place.around) {
            if (place.pattern.equals(list) && place.around.pattern.equals(list)) {
                return place.segment;
            }
        }
        return null;
    }

    /** As a pointer whose segments are names; escaped as RFC 6901 does. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Place place = this; place.around != null; place = place.around) {
            path.insert(0, segment(place.segment));
        }
        return path.toString();
    }

    private static String segment(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
