package dev.skillladder.assessment.level;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each framework version was published. A version counts from that UTC day on; the first one also before. */
@Component
class FrameworkVersions {

    private final JdbcClient jdbc;

    FrameworkVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of these frameworks, oldest first. */
    Map<String, List<Published>> of(Collection<String> frameworks) {
        return jdbc
                .sql("""
                        select framework, version, published_at from known_framework
                        where framework = any (:frameworks) order by framework, version
                        """)
                .param("frameworks", frameworks.toArray(String[]::new))
                .query((row, _) -> new Published(
                        row.getString("framework"),
                        row.getInt("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Published::framework));
    }

    /**
     * The version that counted on a day.
     *
     * @param knownAt versions published later are not known
     * @param newest the person was not moved further than this one
     */
    static OptionalInt on(LocalDate day, @Nullable Instant knownAt, int newest, List<Published> versions) {
        List<Published> known = versions.stream()
                .filter(version -> version.version() <= newest
                        && (knownAt == null || !version.publishedAt().isAfter(knownAt)))
                .toList();
        OptionalInt published = known.stream()
                .filter(version -> !version.day().isAfter(day))
                .mapToInt(Published::version)
                .max();
        return published.isPresent()
                ? published
                : known.stream().mapToInt(Published::version).min();
    }

    record Published(String framework, int version, Instant publishedAt) {

        LocalDate day() {
            return publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}
