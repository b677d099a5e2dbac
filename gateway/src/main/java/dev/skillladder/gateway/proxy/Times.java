package dev.skillladder.gateway.proxy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long the gateway waits.
 *
 * @param connect for a connection to a service
 * @param answer longest silence in an ordinary answer
 * @param stream longest silence in a report or a stream of server-sent events
 */
@ConfigurationProperties("skill-ladder.gateway.times")
record Times(Duration connect, Duration answer, Duration stream) {

    Times {
        if (!connect.isPositive() || !answer.isPositive() || !stream.isPositive()) {
            throw new IllegalArgumentException(
                    "skill-ladder.gateway.times: connect, answer and stream must be positive");
        }
    }
}
