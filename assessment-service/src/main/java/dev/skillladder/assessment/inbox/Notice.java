package dev.skillladder.assessment.inbox;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of somebody's inbox.
 *
 * @param about whom it speaks of
 * @param parameters what the text was made from
 * @param readAt null while it is unread
 */
record Notice(
        UUID id,
        NoticeKind kind,
        @Nullable UUID about,
        NewNotice.Target target,
        Map<String, String> parameters,
        Text text,
        Instant toldAt,
        @Nullable Instant readAt) {}
