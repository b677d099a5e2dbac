package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PendingEventsTest {

    @Test
    void waitsForItsFactAndIsTakenInOnce() throws Exception {
        try (Station station = Station.open(1)) {
            station.drain();
            station.consumer();
            station.produce("key", "wait anna", "free", "wait anna", "wait bert");
            await().atMost(Station.SOON).until(() -> station.count("pending_event") == 3);
            assertThat(station.effects("key")).containsExactly("free");

            learn(station, "anna");

            await().atMost(Station.SOON)
                    .untilAsserted(
                            () -> assertThat(station.effects("key")).containsExactly("free", "wait anna", "wait anna"));
            assertThat(station.count("pending_event")).isOne();
        }
    }

    @Test
    void releasedBeforeAStopIsTakenInAfterTheStart() throws Exception {
        try (Station station = Station.open(1)) {
            station.consumer();
            station.produce("key", "wait anna");
            await().atMost(Station.SOON).until(() -> station.count("pending_event") == 1);
            learn(station, "anna"); // nothing drains yet
            station.drain();

            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(station.effects("key")).containsExactly("wait anna"));
        }
    }

    @Test
    void losesNothingWhenFactsArriveMeanwhile() throws Exception {
        try (Station station = Station.open(1);
                ExecutorService facts = Executors.newSingleThreadExecutor()) {
            station.drain();
            station.consumer();
            String[] notes = new String[300];
            for (int i = 0; i < notes.length; i++) {
                notes[i] = "wait fact-" + i;
            }
            Future<?> learned = facts.submit(() -> {
                for (int i = 0; i < notes.length; i++) {
                    learn(station, "fact-" + i);
                }
            });
            station.produce("key", notes);
            learned.get();

            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(station.effects("key")).containsExactlyInAnyOrder(notes));
            assertThat(station.count("pending_event")).isZero();
        }
    }

    @Test
    void oneThatFailsWhenReleasedIsDeadAndTheOthersGoOn() throws Exception {
        try (Station station = Station.open(1)) {
            station.consumer();
            station.produce("key", "wait anna", "wait anna");
            await().atMost(Station.SOON).until(() -> station.count("pending_event") == 2);
            station.jdbc.sql("""
                            update pending_event set body = convert_to('{"text": "fail now"}', 'UTF8')
                            where id = (select min(id) from pending_event)
                            """).update();
            station.drain();
            learn(station, "anna");

            await().atMost(Station.SOON)
                    .untilAsserted(() -> assertThat(station.effects("key")).containsExactly("wait anna"));
            await().atMost(Station.SOON).until(() -> station.count("dead_letter") == 1);
        }
    }

    private static void learn(Station station, String fact) {
        PendingEvents pending = station.pendingEvents();
        station.transaction.executeWithoutResult(status -> {
            station.jdbc
                    .sql("insert into known_fact (name) values (:fact)")
                    .param("fact", fact)
                    .update();
            pending.release(List.of(fact));
        });
    }
}
