package dev.skillladder.engine;

import dev.skillladder.engine.RaiseSearch.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The few cheapest ways so far, one per set of skills. */
final class BestWays {

    private final int most;
    private final List<Way> ways = new ArrayList<>();

    BestWays(int most) {
        this.most = most;
    }

    void add(Way way) {
        for (var known : ways) {
            if (known.raises().keySet().equals(way.raises().keySet())) {
                if (way.cost() >= known.cost()) {
                    return;
                }
                ways.remove(known);
                break;
            }
        }
        ways.add(way);
        // equal ones stay in the order they were found, which is always the same
        ways.sort(Comparator.comparingLong(Way::cost));
        if (ways.size() > most) {
            ways.removeLast();
        }
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    boolean isFull() {
        return ways.size() == most;
    }

    long worst() {
        return ways.getLast().cost();
    }

    List<Way> list() {
        return List.copyOf(ways);
    }
}
