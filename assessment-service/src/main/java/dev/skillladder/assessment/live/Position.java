package dev.skillladder.assessment.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is in each of its sources, which mean the same on every instance; the id of an event.
 *
 * @param stored id of the last row of {@code live_change}
 * @param levels next offset in each partition of {@code assessment.levels}
 */
record Position(long stored, List<Long> levels) {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,1000}");

    Position {
        levels = List.copyOf(levels);
    }

    /** Empty if it is not one of ours. */
    static Optional<Position> parse(@Nullable String id) {
        if (id == null || !WRITTEN.matcher(id).matches()) {
            return Optional.empty();
        }
        List<Long> numbers =
                Arrays.stream(id.split("\\.", -1)).map(Long::valueOf).toList();
        return Optional.of(new Position(numbers.getFirst(), numbers.subList(1, numbers.size())));
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(stored), levels.stream())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }
}
