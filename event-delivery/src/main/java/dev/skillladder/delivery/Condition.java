package dev.skillladder.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one of the threads is doing, as health tells it. Written by that thread, read by others. */
final class Condition {

    /** Failures in a row after which health is DOWN; a single deadlock or broker change is none of an operator's business. */
    private static final int ALARMING = 3;

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);

    private volatile View view = new View("starting", null, 0, false);

    /** All is well. */
    void is(String state) {
        View now = view;
        if (now.failures() > 0 || !now.state().equals(state)) {
            view = new View(state, null, 0, false);
        }
    }

    /** An attempt failed; it will be made again. */
    void failed(Throwable cause) {
        view = new View("retrying", describe(cause), view.failures() + 1, false);
    }

    /** It does not go on until somebody acts. */
    void stopped(Throwable cause) {
        view = new View("stopped", describe(cause), view.failures() + 1, true);
    }

    View view() {
        return view;
    }

    /** How long to wait before the next attempt: doubles with each failure. */
    Duration backOff(Duration atMost) {
        Duration next = FIRST_BACK_OFF.multipliedBy(1L << Math.min(view.failures(), 10));
        return next.compareTo(atMost) < 0 ? next : atMost;
    }

    /** The innermost message says what happened; the outer ones only who noticed. */
    static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).replace('\0', ' ').strip();
        return root.getClass().getSimpleName() + ": " + message.substring(0, Math.min(message.length(), 1000));
    }

    /** What was last seen. */
    record View(String state, @Nullable String error, int failures, boolean stopped) {

        boolean isAlarming() {
            return stopped || failures >= ALARMING;
        }
    }
}
