package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.HttpStatusCode;

/** The problem for an answer of which only the status is known. */
final class OfStatus {

    private OfStatus() {}

    static Problem problem(HttpStatusCode status, String path) {
        return switch (status.value()) {
            case 401 ->
                problem(
                        status,
                        "unauthenticated",
                        "Send a valid bearer token: see docs/access.md for what it needs.",
                        path);
            case 403 -> problem(status, "not-allowed", "Your roles do not allow this: see docs/access.md.", path);
            case 404 ->
                problem(status, "unknown-path", "There is nothing here; see /v3/api-docs for what there is.", path);
            case 405 -> problem(status, "method-not-allowed", "Use one of the methods in the Allow header.", path);
            case 406 -> problem(status, "not-acceptable", "Ask for application/json.", path);
            case 413 -> problem(status, "too-large", "Send less than 1 MB.", path);
            case 415 -> problem(status, "unsupported-media-type", "Send application/json.", path);
            case 503 ->
                problem(
                        status,
                        "unavailable",
                        "Something this service needs does not answer. Try again in a few seconds.",
                        path);
            default ->
                status.is5xxServerError()
                        ? problem(
                                status,
                                "internal-error",
                                "Something failed that should not. Tell the operators the requestId; the log has the cause under it.",
                                path)
                        : problem(status, "bad-request", "The request cannot be understood; see /v3/api-docs.", path);
        };
    }

    private static Problem problem(HttpStatusCode status, String name, String detail, String path) {
        return Problem.of(status, name, detail, List.of(), path);
    }
}
