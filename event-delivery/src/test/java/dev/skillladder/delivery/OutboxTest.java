package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Station station = Station.on("127.0.0.1:1", "profile.teams"); // needs no broker
    private final Outbox outbox = station.outbox(new Signal());

    @Test
    void refusesOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.add(event("lost")))
                .withMessageContaining("transaction");
        assertThatIllegalStateException().isThrownBy(() -> outbox.erase("profile.teams", "team"));
        assertThatIllegalStateException()
                .isThrownBy(() -> station.pendingEvents().release(List.of("fact")));
        assertThat(station.count("outbox")).isZero();
    }

    @Test
    void refusesATopicOfAnotherService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> station.transaction.executeWithoutResult(
                        status -> outbox.add(new Event("catalog.frameworks", "key", "test.v1", new Note("x")))))
                .withMessageContaining("catalog.frameworks")
                .withMessageContaining("owns");
    }

    @Test
    void leavesNothingOfARolledBackChange() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> station.transaction.executeWithoutResult(status -> {
                    outbox.addAll(List.of(event("a"), event("b")));
                    throw new UnsupportedOperationException("the change failed");
                }));
        assertThat(station.count("outbox")).isZero();
    }

    private static Event event(String text) {
        return new Event("profile.teams", "team", "test.noted.v1", new Note(text));
    }
}
