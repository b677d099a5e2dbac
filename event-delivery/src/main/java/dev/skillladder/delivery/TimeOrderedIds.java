package dev.skillladder.delivery;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** UUIDs of version 7: ids made one after another are neighbours in the index of seen events. */
record TimeOrderedIds(Clock clock) implements Supplier<UUID> {

    @Override
    public UUID get() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (clock.millis() << 16) | 0x7000 | random.nextLong(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
