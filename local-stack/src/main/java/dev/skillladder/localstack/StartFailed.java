package dev.skillladder.localstack;

/** The stack cannot start or go on; the message is what the person at the terminal reads. */
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
