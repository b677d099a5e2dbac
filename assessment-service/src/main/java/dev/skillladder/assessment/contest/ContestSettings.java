package dev.skillladder.assessment.contest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a contest may take.
 *
 * @param within time to decide, in whole days; default 14 days
 */
@ConfigurationProperties("assessment.contest")
record ContestSettings(@DefaultValue("14d") Duration within) {

    ContestSettings {
        if (within.toDays() < 1) {
            throw new IllegalArgumentException("assessment.contest.within must be a day or more, found " + within);
        }
    }
}
