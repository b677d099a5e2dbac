package dev.skillladder.assessment.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Largest bodies.
 *
 * @param body of every path but one, default 1 MB
 * @param evaluateBody of {@code /api/assessments/evaluate}, default 8 MB
 */
@ConfigurationProperties("assessment.limits")
record LimitSettings(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("8MB") DataSize evaluateBody) {

    LimitSettings {
        if (body.toBytes() < 1 || evaluateBody.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "assessment.limits must be positive sizes, found body=%s, evaluate-body=%s"
                            .formatted(body, evaluateBody));
        }
    }

    long of(String path) {
        return (path.startsWith("/api/assessments/evaluate") ? evaluateBody : body).toBytes();
    }
}
