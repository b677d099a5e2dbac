package dev.skillladder.engine.declarative;

import org.jspecify.annotations.Nullable;

/** Where a track leads somebody: to these levels of the role's ladder, null for none. */
public record Place(
        String track, @Nullable String verified, @Nullable String possible) {}
