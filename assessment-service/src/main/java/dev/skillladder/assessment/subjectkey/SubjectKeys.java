package dev.skillladder.assessment.subjectkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.Random;
import dev.skillladder.assessment.problem.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody's keys. A key is made when something is first sealed for a person, in the caller's transaction. One that was
 * read is remembered for a minute, which is also how long another instance may read on after a key was destroyed.
 */
@Component
public class SubjectKeys {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int KEY_BYTES = 32;

    private final StoredKeys stored;
    private final Clock clock;
    private final Cache<UUID, SubjectKey> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    SubjectKeys(StoredKeys stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** The key to seal with; refuses people whose key was destroyed. */
    @Transactional
    public SubjectKey toSeal(UUID subject) {
        return Objects.requireNonNull(toSeal(List.of(subject)).get(subject));
    }

    /** The keys to seal with, one for each of the people. */
    @Transactional
    public Map<UUID, SubjectKey> toSeal(Collection<UUID> subjects) {
        Map<UUID, SubjectKey> keys = known(subjects);
        Set<UUID> missing = new LinkedHashSet<>(subjects);
        missing.removeAll(keys.keySet());
        if (!missing.isEmpty()) {
            Map<UUID, byte[]> made = new HashMap<>();
            missing.forEach(subject -> made.put(subject, Random.randBytes(KEY_BYTES)));
            stored.addMissing(made, clock.instant());
            keys.putAll(known(missing)); // another transaction may have been first
        }
        if (keys.values().stream().anyMatch(SubjectKey::isDestroyed)) {
            throw new Conflict(
                    "What is known about this person was erased; nothing can be written about them any more.");
        }
        return keys;
    }

    /** The key to open with. */
    public SubjectKey toOpen(UUID subject) {
        return Objects.requireNonNull(toOpen(List.of(subject)).get(subject));
    }

    /** The keys to open with, one for each of the people, in one query. */
    public Map<UUID, SubjectKey> toOpen(Collection<UUID> subjects) {
        Map<UUID, SubjectKey> keys = known(subjects);
        subjects.forEach(subject -> keys.computeIfAbsent(subject, none -> new SubjectKey(none, null)));
        return keys;
    }

    /** For ever: nothing that was sealed for these people can be read any more, in no table, topic or backup of one. */
    void destroy(Collection<UUID> subjects) {
        stored.destroy(subjects, clock.instant());
        recent.invalidateAll(subjects);
    }

    private Map<UUID, SubjectKey> known(Collection<UUID> subjects) {
        Set<UUID> asked = new LinkedHashSet<>(subjects);
        Map<UUID, SubjectKey> keys = new HashMap<>(recent.getAllPresent(asked));
        asked.removeAll(keys.keySet());
        if (!asked.isEmpty()) {
            for (StoredKeys.Found found : stored.find(asked)) {
                keys.put(found.subject(), found.key());
                if (found.committed()) {
                    recent.put(found.subject(), found.key());
                }
            }
        }
        return keys;
    }
}
