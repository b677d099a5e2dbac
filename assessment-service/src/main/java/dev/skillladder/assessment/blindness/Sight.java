package dev.skillladder.assessment.blindness;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one reader sees of people now. Whatever shows something about a person to somebody asks it. */
public final class Sight {

    /** Nothing is hidden: HR, and the system itself. */
    public static final Sight ALL = new Sight(List.of());

    private final Map<UUID, List<Hidden>> hidden;

    Sight(Collection<Hidden> hidden) {
        this.hidden = hidden.stream().collect(Collectors.groupingBy(Hidden::engineer));
    }

    /** Whether everything about the person is seen, so that what is stored may be shown. */
    public boolean isWhole(UUID engineer) {
        return !hidden.containsKey(engineer);
    }

    public boolean hides(UUID engineer, Kind kind, Instant recordedAt) {
        return hidden.getOrDefault(engineer, List.of()).stream()
                .anyMatch(part -> part.covers(engineer, kind, recordedAt));
    }

    // The hidden parts as arrays for a query's unnest(): texts, which PostgreSQL casts.

    public String[] engineers() {
        return texts(Hidden::engineer);
    }

    public String[] kinds() {
        return texts(Hidden::kind);
    }

    public String[] froms() {
        return texts(Hidden::from);
    }

    public String[] untils() {
        return texts(Hidden::until);
    }

    private String[] texts(Function<Hidden, Object> value) {
        return hidden.values().stream()
                .flatMap(List::stream)
                .map(part -> value.apply(part).toString())
                .toArray(String[]::new);
    }
}
