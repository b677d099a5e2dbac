package dev.skillladder.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; UTC unless another zone is asked for. */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows this instant, for example {@code 2026-06-01T08:00:00Z}. */
    public static SettableClock at(String instant) {
        return new SettableClock(new AtomicReference<>(Instant.parse(instant)), ZoneOffset.UTC);
    }

    /** Shows this instant from now on, forward or backward. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves on by this much. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
