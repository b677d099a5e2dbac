package dev.skillladder.assessment.live;

import dev.skillladder.assessment.access.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The stream of server-sent events; it occupies a virtual thread as long as the page is open. */
@RestController
class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

    private final SendChanges changes;

    StreamController(SendChanges changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/api/assessments/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException {
        Stream stream = new Stream(caller, Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN));
        changes.requireFree(stream);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // proxies in front must not collect it
        try {
            changes.send(stream, last, new EventWriter(response.getOutputStream()));
        } catch (IOException gone) {
            LOG.debug("the page is gone", gone);
        } catch (DataAccessException away) {
            LOG.warn("a stream ends because the database is away; its page connects again: {}", away.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
