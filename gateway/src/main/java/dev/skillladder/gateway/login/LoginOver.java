package dev.skillladder.gateway.login;

/** The session has ended: by time, by a newer one, or because the provider renews its token no more. */
final class LoginOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginOver() {
        super("the session has ended", null, false, false);
    }
}
