package dev.skillladder.catalog.impact;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code catalog.impact.*}.
 *
 * @param secondCuratorAbove share of people, 0 to 1: if a draft changes the level of more, a second curator has to approve
 * @param validFor how long a run counts after it was asked for: people come and go
 */
@ConfigurationProperties("catalog.impact")
record ImpactSettings(
        @DefaultValue("0.05") BigDecimal secondCuratorAbove,
        @DefaultValue("24h") Duration validFor) {

    ImpactSettings {
        if (secondCuratorAbove.signum() < 0 || secondCuratorAbove.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "catalog.impact.second-curator-above is '" + secondCuratorAbove + "'; it must be from 0 to 1");
        }
        if (!validFor.isPositive()) {
            throw new IllegalArgumentException(
                    "catalog.impact.valid-for is '" + validFor + "'; it must be longer than nothing, for example 24h");
        }
    }
}
