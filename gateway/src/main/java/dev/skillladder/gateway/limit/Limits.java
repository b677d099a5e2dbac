package dev.skillladder.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests one caller may send.
 *
 * @param burst most requests at once, at least 1
 * @param perSecond how many come back each second, at least 1
 */
@ConfigurationProperties("skill-ladder.gateway.limits")
record Limits(int burst, int perSecond) {

    Limits {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException(
                    "skill-ladder.gateway.limits: burst and per-second must be at least 1, not " + burst + " and "
                            + perSecond);
        }
    }
}
