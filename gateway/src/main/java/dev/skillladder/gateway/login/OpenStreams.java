package dev.skillladder.gateway.login;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Streams that a page holds open end with the page's session, on whichever instance and for whatever reason it ended. One
 * query looks after all of them.
 */
@Component
class OpenStreams {

    private static final int LOOK_EVERY_MILLIS = 1_000;

    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Logins logins;
    private final LoginSettings settings;
    private final Clock clock;

    OpenStreams(Logins logins, LoginSettings settings, Clock clock) {
        this.logins = logins;
        this.settings = settings;
        this.clock = clock;
    }

    /** What passes events on for as long as they come. */
    interface Stream {
        void run() throws IOException, ServletException;
    }

    /** Runs in the caller's thread and returns when either the stream or the session is at its end. */
    void during(String session, Stream stream) throws IOException, ServletException {
        var reader = new Open(session);
        open.add(reader);
        try {
            stream.run();
        } catch (IOException | ServletException | RuntimeException broken) {
            if (!reader.ended()) {
                throw broken;
            }
        } finally {
            open.remove(reader);
            reader.leave();
        }
    }

    @Scheduled(fixedDelay = LOOK_EVERY_MILLIS)
    void endWithTheirSessions() {
        if (open.isEmpty()) {
            return;
        }
        var looked = Set.copyOf(open);
        var sessions = looked.stream().map(one -> one.session).collect(Collectors.toSet());
        var going = new HashSet<>(logins.going(sessions, clock.instant().minus(settings.length())));
        looked.stream().filter(one -> !going.contains(one.session)).forEach(Open::end);
    }

    /** A virtual thread that waits for the service's next event: an interrupt closes that connection. */
    private static final class Open {

        private final String session;
        private final Thread reader = Thread.currentThread();
        private boolean ended;
        private boolean left;

        Open(String session) {
            this.session = session;
        }

        synchronized void end() {
            if (!left) {
                ended = true;
                reader.interrupt();
            }
        }

        synchronized boolean ended() {
            return ended;
        }

        /** Whatever the thread does next is not to be interrupted. */
        synchronized void leave() {
            left = true;
            if (ended) {
                Thread.interrupted();
            }
        }
    }
}
