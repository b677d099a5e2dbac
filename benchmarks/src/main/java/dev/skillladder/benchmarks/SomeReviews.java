package dev.skillladder.benchmarks;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Made-up ratings, the same in every run but for the ids. */
final class SomeReviews {

    /** Of a review that a person submits here. */
    static final int RATINGS = 5;

    private static final int STEPS = 5;
    private static final int DAYS = 300;

    private final Site site;
    private final Random random;

    SomeReviews(Site site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    /** By a peer, of 1-60 ratings. */
    ObservationsRecorded observed() {
        return observed(1 + random.nextInt(ObservationsRecorded.MAX_RATINGS));
    }

    ObservationsRecorded observed(int ratings) {
        return new ObservationsRecorded(
                site.engineers().get(random.nextInt(site.engineers().size())),
                Kind.PEER,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                site.framework().id(),
                Site.VERSION,
                today().minusDays(random.nextInt(DAYS)),
                Instant.now(),
                1,
                skills(ratings).stream()
                        .map(skill -> new Rating(skill, 1 + random.nextInt(STEPS), 1, null, false))
                        .toList());
    }

    /** The body of a manager's submission. */
    String submission(UUID subject) {
        var ratings = skills(RATINGS).stream()
                .map(skill -> Map.of("skill", skill, "value", 1 + random.nextInt(STEPS)))
                .toList();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "subject",
                        subject,
                        "kind",
                        Kind.MANAGER,
                        "framework",
                        site.framework().id(),
                        "ratings",
                        ratings));
    }

    private List<String> skills(int count) {
        var all = site.framework().skills();
        int first = random.nextInt(all.size());
        return IntStream.range(0, count)
                .mapToObj(next -> all.get((first + next) % all.size()).id())
                .toList();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
