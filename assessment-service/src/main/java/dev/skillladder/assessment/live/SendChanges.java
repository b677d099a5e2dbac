package dev.skillladder.assessment.live;

import dev.skillladder.assessment.problem.TooMany;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps one open page informed until it goes, its reader's token ends or the service stops. Whether the reader may know is
 * asked for each message when it is sent, for all that wait together in one query.
 */
@Component
class SendChanges {

    /** Between two lots, so that many changes at once cost few queries. */
    private static final Duration PACE = Duration.ofMillis(150);

    private final Feed feed;
    private final StoredChanges stored;
    private final MayHear mayHear;
    private final LiveSettings settings;

    SendChanges(Feed feed, StoredChanges stored, MayHear mayHear, LiveSettings settings) {
        this.feed = feed;
        this.stored = stored;
        this.mayHear = mayHear;
        this.settings = settings;
    }

    /** The service stops: pages connect to another instance at once, and its graceful stop need not wait for them. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        feed.all().forEach(Stream::end);
    }

    /** Refuses a person's eleventh page; a browser's tabs share one stream. */
    void requireFree(Stream stream) {
        if (feed.streamsOf(stream.reader().subject()) >= settings.perPerson()) {
            throw new TooMany(
                    "too-many-streams",
                    "You have %d streams open; close a page, or let the pages of one browser share a stream."
                            .formatted(settings.perPerson()));
        }
    }

    void send(Stream stream, @Nullable String lastId, EventWriter page) throws IOException, InterruptedException {
        Optional<Position> last = Position.parse(lastId);
        mayHear.begin(stream);
        Feed.Start start = feed.join(stream, last);
        try {
            if (lastId == null) {
                page.begin(start.position());
            } else if (last.isEmpty()
                    || start.missedLevels().isEmpty()
                    || !stored.isKeptAfter(last.get().stored())) {
                page.begin(start.position());
                page.event("reload", "{}", start.position());
            } else {
                resume(stream, last.get(), start, page);
            }
            goOn(stream, page);
        } finally {
            feed.leave(stream);
        }
    }

    private void resume(Stream stream, Position last, Feed.Start start, EventWriter page) throws IOException {
        List<Change> missed = new ArrayList<>();
        start.missedLevels().orElseThrow().forEach(engineer -> missed.add(Change.level(engineer)));
        stored.after(last.stored(), StoredChanges.OVERLAP).forEach(row -> missed.add(row.change()));
        UUID self = stream.reader().engineer();
        if (self != null) {
            missed.add(Change.level(self)); // in any case: that there was a level can mean that a peer answered
        }
        page.begin(last);
        for (Change change : mayHear.of(stream, missed.stream().distinct().toList())) {
            page.event(name(change), data(change), null);
        }
        page.beat(start.position());
    }

    private void goOn(Stream stream, EventWriter page) throws IOException, InterruptedException {
        while (!stream.isOver(Instant.now())) {
            Position before = feed.position();
            List<Stream.Told> told = stream.take(waitMillis(stream));
            if (stream.isOver(Instant.now())) {
                break;
            }
            if (stream.takeReload()) {
                Position position = feed.position();
                page.event("reload", "{}", position);
            } else if (told.isEmpty()) {
                page.beat(before); // whatever led there had been taken
            } else {
                send(stream, told, page);
                Thread.sleep(PACE);
            }
        }
    }

    private void send(Stream stream, List<Stream.Told> told, EventWriter page) throws IOException {
        List<Change> changes =
                told.stream().map(each -> Objects.requireNonNull(each.change())).toList();
        for (Change change : mayHear.of(stream, changes)) {
            page.event(name(change), data(change), null);
        }
        page.beat(told.getLast().position());
    }

    /** Tokens end by the real clock, as everywhere they are checked. */
    private long waitMillis(Stream stream) {
        return Math.min(
                settings.heartbeat().toMillis(),
                Duration.between(Instant.now(), stream.until()).toMillis() + 1);
    }

    private static String name(Change change) {
        return change.what().name().toLowerCase(Locale.ROOT);
    }

    /** Ids only. */
    private static String data(Change change) {
        return switch (change.what()) {
            case LEVEL -> "{\"engineer\":\"" + change.about() + "\"}";
            case CYCLE -> "{\"cycle\":\"" + change.thing() + "\"}";
            case INBOX -> "{}";
        };
    }
}
