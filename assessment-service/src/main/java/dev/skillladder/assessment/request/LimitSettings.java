package dev.skillladder.assessment.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Largest bodies.
 *
 * @param body of every other path, default 1 MB
 * @param evaluateBody of {@code /api/assessments/evaluate}, default 8 MB
 * @param file of a file of evidence, default 20 MB; the gateway has the same limit
 */
@ConfigurationProperties("assessment.limits")
record LimitSettings(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("8MB") DataSize evaluateBody,
        @DefaultValue("20MB") DataSize file) {

    LimitSettings {
        if (body.toBytes() < 1 || evaluateBody.toBytes() < 1 || file.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "assessment.limits must be positive sizes, found body=%s, evaluate-body=%s, file=%s"
                            .formatted(body, evaluateBody, file));
        }
    }

    long of(String path) {
        if (path.startsWith("/api/assessments/evidence/") && path.endsWith("/files")) {
            return file.toBytes();
        }
        return (path.startsWith("/api/assessments/evaluate") ? evaluateBody : body).toBytes();
    }
}
