package dev.skillladder.gateway.login;

import org.jspecify.annotations.Nullable;

/** The identity provider does not answer and the access token has ended. */
final class ProviderAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAway(@Nullable Throwable cause) {
        super("the access token cannot be renewed", cause);
    }
}
