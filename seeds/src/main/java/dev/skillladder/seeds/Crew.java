package dev.skillladder.seeds;

import java.util.Collection;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Works through a list, a few at a time; the first failure ends it. */
final class Crew {

    /** As many requests as two cores answer without queueing. */
    private static final int HANDS = 8;

    private final Consumer<String> progress;

    Crew(Consumer<String> progress) {
        this.progress = progress;
    }

    <T> void forEach(String what, Collection<T> items, Consumer<T> action) {
        ExecutorService hands =
                Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory());
        try {
            CompletionService<Void> done = new ExecutorCompletionService<>(hands);
            items.forEach(item -> done.submit(() -> action.accept(item), null));
            for (int i = 1; i <= items.size(); i++) {
                done.take().get();
                if (i == items.size() || i % 20 == 0) {
                    progress.accept(what + ": " + i + " of " + items.size());
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SeedRefused refused ? refused : new SeedRefused(what + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeedRefused("Loading was interrupted; load again to finish.", e);
        } finally {
            hands.shutdownNow();
        }
    }
}
