package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ids around a place, outermost first. */
final class Ids {

    private static final Map<Thing, String[]> PAIRS =
            Map.of(Thing.REQUIREMENT, new String[] {"level", "skill"}, Thing.TRANSFER, new String[] {"from", "to"});

    private Ids() {}

    static Map<String, String> of(Place place) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Thing thing : Thing.values()) {
            String element = place.elementOf(thing.pattern());
            String[] pair = PAIRS.get(thing);
            if (element != null && pair != null) {
                String[] both = Subjects.pair(element);
                ids.put(pair[0], both[0]);
                ids.put(pair[1], both[1]);
            } else if (element != null) {
                ids.put(thing.toString(), element);
            }
        }
        return ids;
    }
}
