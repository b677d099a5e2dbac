package dev.skillladder.profile.scim;

import java.util.Optional;
import java.util.UUID;

/** Ids of people and teams; everything else is the id of nothing. */
final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    static Optional<UUID> find(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    static UUID read(String text, String attribute) {
        return find(text)
                .orElseThrow(() -> Refusals.wrong(attribute + " must be the id of somebody here, not " + text + "."));
    }
}
