package dev.skillladder.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code seen_event}. */
record SeenEvents(JdbcClient jdbc) {

    /** Notes these events in one round trip and answers those never seen before, in their order. */
    List<Arrival> firstSeen(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return arrivals;
        }
        List<Seen> noted = jdbc.sql("""
                        insert into seen_event (id, source)
                        select id, source from unnest(:ids::text[], :sources::text[]) as arrived (id, source)
                        order by id, source
                        on conflict do nothing
                        returning id, source
                        """)
                .param(
                        "ids",
                        arrivals.stream()
                                .map(arrived -> arrived.readable().id())
                                .toArray(String[]::new))
                .param(
                        "sources",
                        arrivals.stream()
                                .map(arrived -> arrived.readable().source())
                                .toArray(String[]::new))
                .query((rs, row) -> new Seen(rs.getString("id"), rs.getString("source")))
                .list();
        return noted.size() == arrivals.size() ? arrivals : only(arrivals, new HashSet<>(noted));
    }

    private static List<Arrival> only(List<Arrival> arrivals, Set<Seen> unseen) {
        List<Arrival> first = new ArrayList<>(unseen.size());
        for (Arrival arrival : arrivals) {
            IncomingEvent event = arrival.readable();
            if (unseen.remove(new Seen(event.id(), event.source()))) {
                first.add(arrival);
            }
        }
        return first;
    }

    private record Seen(String id, String source) {}
}
