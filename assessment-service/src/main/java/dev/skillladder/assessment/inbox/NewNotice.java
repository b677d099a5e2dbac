package dev.skillladder.assessment.inbox;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be told.
 *
 * @param about whom it speaks of; may be the recipient
 * @param target where it leads
 * @param parameters exactly those the kind's sentence asks for; days as ISO dates
 * @param key the same recipient is told the same key once only, for example {@code review-asked/<request>}
 */
public record NewNotice(
        UUID recipient,
        NoticeKind kind,
        @Nullable UUID about,
        Target target,
        Map<String, String> parameters,
        String key) {

    public NewNotice {
        parameters = Map.copyOf(parameters);
        if (!parameters.keySet().equals(kind.parameters())) {
            throw new IllegalArgumentException("a notice %s has the parameters %s, not %s"
                    .formatted(kind, kind.parameters(), parameters.keySet()));
        }
        if (kind.namesPerson() && about == null) {
            throw new IllegalArgumentException("a notice %s says whom it is about".formatted(kind));
        }
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a notice's key has 1 to 200 characters, not '%s'".formatted(key));
        }
    }

    /** A thing that the notice leads to, by its id in the API. */
    public record Target(Thing what, String id) {}

    /** What a notice can lead to. */
    public enum Thing {
        /** A request to review somebody. */
        REVIEW_REQUEST,
        /** A review campaign. */
        CYCLE,
        /** A person's proposed level. */
        PROPOSAL,
        /** An objection. */
        CONTEST,
        /** A calibration session. */
        CALIBRATION,
        /** A person's page. */
        ENGINEER,
        /** A file to fetch. */
        REPORT,
        /** A piece of evidence. */
        EVIDENCE,
        /** A person's growth programme, by the person's id. */
        PROGRAMME,
        /** Something a person means to do. */
        DEVELOPMENT_ACTION
    }
}
