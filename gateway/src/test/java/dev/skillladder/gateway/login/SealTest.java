package dev.skillladder.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final byte[] TOKEN = "a token".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "id:",
                "id:AAAA",
                "ID:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "a:AAAA,b:AAAA"
            })
    void startsWithNoKeyThatIsNone(String keys) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionKeys(keys))
                .withMessageContaining("ENCRYPTION_KEYS");
    }

    @Test
    void startsWithNoKeyNamedTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionKeys(key("a", 1) + "," + key("a", 2)));
    }

    @Test
    void namesNoKeyInWhatIsPrinted() {
        assertThat(new SessionKeys(key("a", 1)).toString()).isEqualTo("SessionKeys[ids=[a]]");
    }

    @Test
    void opensNothingThatWasChanged() {
        var seal = new Seal(new SessionKeys(key("a", 1)));
        byte[] closed = seal.close(TOKEN, "here");
        for (int i = 0; i < closed.length; i++) {
            byte[] changed = closed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(Seal.Broken.class).isThrownBy(() -> seal.open(changed, "here"));
        }
        assertThatExceptionOfType(Seal.Broken.class).isThrownBy(() -> seal.open(new byte[0], "here"));
        assertThatExceptionOfType(Seal.Broken.class).isThrownBy(() -> seal.open(TOKEN, "here"));
    }

    @Test
    void opensNothingThatWasSealedForAnotherPlaceOrWithAnotherKey() {
        var seal = new Seal(new SessionKeys(key("a", 1)));
        byte[] closed = seal.close(TOKEN, "here");
        assertThatExceptionOfType(Seal.Broken.class).isThrownBy(() -> seal.open(closed, "there"));
        for (var other : new String[] {key("a", 2), key("b", 1)}) {
            var stranger = new Seal(new SessionKeys(other));
            assertThatExceptionOfType(Seal.Broken.class).isThrownBy(() -> stranger.open(closed, "here"));
        }
    }

    @Test
    void opensWhatAnEarlierKeySealed() throws Exception {
        byte[] closed = new Seal(new SessionKeys(key("old", 1))).close(TOKEN, "here");
        var after = new Seal(new SessionKeys(key("new", 2) + ", " + key("old", 1)));
        assertThat(after.open(closed, "here")).isEqualTo(TOKEN);
        assertThat(after.open(after.close(TOKEN, "here"), "here")).isEqualTo(TOKEN);
        assertThat(after.close(TOKEN, "here")).isNotEqualTo(after.close(TOKEN, "here"));
    }

    @Test
    void readsNoClassesThatASessionDoesNotHave() throws Exception {
        var seal = new Seal(new SessionKeys(key("a", 1)));
        var stored = StoredObjects.conversion(seal);
        byte[] known = stored.convert("of a session", byte[].class);
        assertThat(stored.convert(known, Object.class)).isEqualTo("of a session");
        byte[] foreign = seal.close(serialised(new ObjectName("a:type=b")), "attribute");
        assertThat(stored.convert(foreign, Object.class)).isNull();
        assertThat(stored.convert(serialised("not sealed"), Object.class)).isNull();
    }

    private static byte[] serialised(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static String key(String id, int content) {
        byte[] key = new byte[32];
        key[0] = (byte) content;
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }
}
