package dev.skillladder.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that runs as long as the application and begins its work again, after a pause, when it fails. */
abstract class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** A batch in flight may finish; Spring's own limit per phase is longer. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(8);

    private final String name;
    private final Duration maxBackOff;
    private final Condition condition = new Condition();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Worker(String name, Duration maxBackOff) {
        this.name = name;
        this.maxBackOff = maxBackOff;
    }

    /** Works until {@link #running} says no; an exception ends this attempt only. */
    protected abstract void work() throws Exception;

    final boolean running() {
        return running;
    }

    final Condition condition() {
        return condition;
    }

    protected final void backOff() throws InterruptedException {
        Thread.sleep(condition.backOff(maxBackOff));
    }

    final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    final void end() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    final void join() {
        Thread working = thread;
        try {
            if (working != null && !working.join(LAST_BATCH)) {
                LOG.warn("{} is still busy; what it has not committed is done again after the next start", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                work();
            } catch (InterruptedException e) {
                running = false; // only end() interrupts
            } catch (Exception | StackOverflowError e) {
                failed(e);
            }
        }
    }

    private void failed(Throwable failure) {
        if (!running) {
            return;
        }
        condition.failed(failure);
        LOG.warn("{} failed, trying again: {}", name, Condition.describe(failure), failure);
        try {
            backOff();
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
