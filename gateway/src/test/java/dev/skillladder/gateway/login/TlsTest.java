package dev.skillladder.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Ssl;

class TlsTest {

    private static final Ssl NONE = null;

    @Test
    void refusesToSendSessionsThroughANetworkInTheClear() {
        assertThatThrownBy(() -> Tls.AUTO.require(address("10.0.0.1"), NONE))
                .hasMessageContaining("GATEWAY_TLS=in-front");
        assertThatThrownBy(() -> Tls.AUTO.require(address("0.0.0.0"), NONE)).hasMessageContaining("loopback");
        assertThatThrownBy(() -> Tls.AUTO.require(null, NONE)).hasMessageContaining("all addresses");
    }

    @Test
    void takesAnyAddressWhenTlsEndsHereOrInFront() {
        assertThatCode(() -> {
                    Tls.AUTO.require(address("10.0.0.1"), Ssl.forBundle("gateway"));
                    Tls.IN_FRONT.require(address("10.0.0.1"), NONE);
                    Tls.LOOPBACK_ONLY.require(address("0.0.0.0"), NONE);
                    Tls.AUTO.require(address("127.0.0.1"), NONE);
                    Tls.AUTO.require(address("::1"), NONE);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void knowsWhetherBrowsersComeWithTls() {
        assertThat(Tls.IN_FRONT.on(NONE)).isTrue();
        assertThat(Tls.AUTO.on(Ssl.forBundle("gateway"))).isTrue();
        assertThat(Tls.AUTO.on(NONE)).isFalse();
        assertThat(Tls.LOOPBACK_ONLY.on(NONE)).isFalse();
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
