package dev.skillladder.gateway.login;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Ssl;

/** Where TLS ends; a session cookie must not travel without it, except inside one machine. */
enum Tls {
    /** Here when the server has a certificate; without one only the loopback address may be listened on. */
    AUTO,
    /** In a proxy in front, over a network that can be trusted. */
    IN_FRONT,
    /** Nowhere, and only this machine reaches the address, as with a container's port published on loopback. */
    LOOPBACK_ONLY;

    /** Whether browsers come with TLS. */
    boolean on(@Nullable Ssl own) {
        return this == IN_FRONT || Ssl.isEnabled(own);
    }

    /** Refuses what would send session cookies in the clear through a network. */
    void require(@Nullable InetAddress address, @Nullable Ssl own) {
        if (this == AUTO && !Ssl.isEnabled(own) && (address == null || !address.isLoopbackAddress())) {
            throw new IllegalStateException("Without TLS the gateway listens on the loopback address only, not on "
                    + (address == null ? "all addresses" : address.getHostAddress())
                    + ": set SERVER_SSL_BUNDLE, or GATEWAY_TLS=in-front when a proxy in front ends TLS, or"
                    + " GATEWAY_TLS=loopback-only when nothing but this machine reaches the address.");
        }
    }
}
