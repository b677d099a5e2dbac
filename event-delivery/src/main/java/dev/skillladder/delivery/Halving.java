package dev.skillladder.delivery;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch together; if that fails twice for a reason that does not go away, takes its halves, and so on in order, until the one
 * that fails is alone. Failures that go away, and lost partitions, pass through to the caller.
 */
final class Halving {

    private Halving() {}

    static <R> void run(List<R> batch, Consumer<List<R>> take, BiConsumer<R, RuntimeException> bury) {
        if (failure(batch, take) != null) {
            split(batch, take, bury);
        }
    }

    private static <R> void split(List<R> batch, Consumer<List<R>> take, BiConsumer<R, RuntimeException> bury) {
        RuntimeException failure = failure(batch, take);
        if (failure == null) {
            return;
        }
        if (batch.size() == 1) {
            bury.accept(batch.getFirst(), failure);
            return;
        }
        int half = batch.size() / 2;
        split(batch.subList(0, half), take, bury);
        split(batch.subList(half, batch.size()), take, bury);
    }

    private static <R> @Nullable RuntimeException failure(List<R> batch, Consumer<List<R>> take) {
        try {
            take.accept(batch);
            return null;
        } catch (RuntimeException e) {
            if (e instanceof Offsets.Lost || Transient.is(e)) {
                throw e;
            }
            return e;
        }
    }
}
