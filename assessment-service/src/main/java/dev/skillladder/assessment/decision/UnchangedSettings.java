package dev.skillladder.assessment.decision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When confirming proposals without change raises an alarm.
 *
 * @param alarm share from which it does, above 0 to 1; default 0.95
 * @param fewest decisions below which nothing is said; default 10
 */
@ConfigurationProperties("assessment.unchanged-decisions")
record UnchangedSettings(
        @DefaultValue("0.95") double alarm,
        @DefaultValue("10") int fewest) {

    UnchangedSettings {
        if (!(alarm > 0 && alarm <= 1) || fewest < 1) {
            throw new IllegalArgumentException(
                    "assessment.unchanged-decisions needs alarm in (0, 1] and fewest of 1 or more, found alarm=%s, fewest=%s"
                            .formatted(alarm, fewest));
        }
    }
}
