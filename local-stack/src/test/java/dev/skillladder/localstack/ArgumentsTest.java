package dev.skillladder.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void startsOnTheStandardPortsByDefault() {
        assertThat(parse()).isEqualTo(new Arguments(Arguments.Action.START, "", false, false, 0));
        assertThat(Settings.standard().port(Part.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void readsWhatItIsTold() {
        assertThat(parse("--fresh", "--empty", "--port-base", "18080"))
                .isEqualTo(new Arguments(Arguments.Action.START, "", true, true, 18080));
        assertThat(parse("token", "hannah").user()).isEqualTo("hannah");
        assertThat(Arguments.parse(new String[0], Map.of("SKILL_LADDER_PORT_BASE", "20000"))
                        .portBase())
                .isEqualTo(20000);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> parse("--frsh")).hasMessageContaining("'--frsh' is not known");
        assertThatThrownBy(() -> parse("token")).hasMessageContaining("missing after 'token'");
        assertThatThrownBy(() -> parse("--port-base", "many")).hasMessageContaining("must be a number, not 'many'");
        assertThatThrownBy(() -> Ports.from(65535)).hasMessageContaining("between 1024 and");
    }

    @Test
    void givesEveryPartAPortOfItsOwn() {
        var ports = Ports.from(20000);
        var all = new HashSet<>(ports.of().values());
        all.add(ports.kafkaController());
        assertThat(all).hasSize(Part.values().length + 1);
        assertThat(ports.port(Part.GATEWAY)).isEqualTo(20000);
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(Map.of(Part.GATEWAY, other.getLocalPort()), 1);
            assertThatThrownBy(() -> ports.requireFree(List.of(Part.GATEWAY)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage("Another program uses port " + other.getLocalPort()
                            + " (Gateway): end it, or take other ports with ./run --port-base 18080.");
        }
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(words, Map.of());
    }
}
