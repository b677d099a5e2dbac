package dev.skillladder.catalog.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids for what other systems identify in their own way; the same name gives the same id in the same file. */
public final class Slugs {

    private static final int LONGEST = 64;

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * The id for something.
     *
     * @param key what the other system tells it by, unique there
     * @param wish a name or code it would like to be called after
     */
    public String of(String key, String wish) {
        return given.computeIfAbsent(key, unknown -> {
            String slug = slug(wish);
            String free = slug.isEmpty() || taken.contains(slug) ? unused(slug.isEmpty() ? "x" : slug) : slug;
            taken.add(free);
            return free;
        });
    }

    /** The nearest slug; empty for a text without Latin letters and digits. */
    public static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private String unused(String slug) {
        for (int number = 2; ; number++) {
            String end = "-" + number;
            String candidate = slug.substring(0, Math.min(slug.length(), LONGEST - end.length())) + end;
            if (!taken.contains(candidate)) {
                return candidate;
            }
        }
    }
}
