package dev.skillladder.localstack;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same with several parts side by side and gives up at the first failure. */
final class AtOnce {
    private AtOnce() {}

    static void run(List<Part> parts, Consumer<Part> work) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var results = new ExecutorCompletionService<Part>(executor);
            parts.forEach(part -> results.submit(() -> work.accept(part), part));
            for (int i = 0; i < parts.size(); i++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted.", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
