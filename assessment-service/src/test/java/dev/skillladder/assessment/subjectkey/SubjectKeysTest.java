package dev.skillladder.assessment.subjectkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.problem.Conflict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SubjectKeysTest extends AssessmentTest {

    @Autowired
    private SubjectKeys keys;

    @Autowired
    private StoredKeys stored;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID person = UUID.randomUUID();

    @Test
    void opensWhatItSealedAndNeverSealsTheSameTwiceAlike() {
        String sealed = keys.toSeal(person).seal("Led the migration. 主导了迁移。");

        assertThat(sealed)
                .doesNotContain("migration")
                .isNotEqualTo(keys.toSeal(person).seal("Led the migration. 主导了迁移。"));
        assertThat(keys.toOpen(person).open(sealed)).isEqualTo("Led the migration. 主导了迁移。");
    }

    @Test
    void opensForNobodyElseAndNotAfterAChange() {
        String sealed = keys.toSeal(person).seal("secret");
        UUID other = UUID.randomUUID();
        SubjectKey others = keys.toSeal(other);

        assertThatThrownBy(() -> others.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.toOpen(person).open(sealed.substring(0, sealed.length() - 8) + "AAAAAAA="))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsWhatWasStoredBeforeTextsWereSealed() {
        assertThat(keys.toOpen(person).open("plain")).isEqualTo("plain");
    }

    @Test
    void erasesByDestroyingTheKey() {
        Person engineer = Person.named("leaver");
        facts.known(Statements.about(engineer));
        String sealed = keys.toSeal(engineer.id()).seal("secret");

        facts.erased(engineer);

        assertThat(keys.toOpen(engineer.id()).open(sealed)).isEqualTo(SubjectKey.ERASED);
        assertThatThrownBy(() -> keys.toSeal(engineer.id())).isInstanceOf(Conflict.class);
        assertThat(jdbc.sql("select count(*) from subject_key where subject = ? and wrapped is null")
                        .param(engineer.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void forgetsAKeyWhoseTransactionWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            keys.toSeal(person);
            keys.toSeal(person).seal("never stored");
            status.setRollbackOnly();
        });

        String sealed = keys.toSeal(person).seal("stored");
        assertThat(stored.find(List.of(person)).getFirst().key().open(sealed)).isEqualTo("stored");
    }

    @Test
    void readsManyPeoplesKeysAtOnce() {
        List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var sealing = keys.toSeal(people);

        assertThat(keys.toOpen(people))
                .hasSize(3)
                .allSatisfy((subject, key) -> assertThat(
                                key.open(sealing.get(subject).seal(subject.toString())))
                        .isEqualTo(subject.toString()));
    }

    @Test
    void opensAFileThatIsWholeAndNoneThatWasCut() throws IOException {
        UUID file = UUID.randomUUID();
        byte[] content = new byte[300_000];
        Arrays.fill(content, (byte) 7);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (var sealing = keys.toSeal(person).sealing(file, sealed)) {
            sealing.write(content);
        }
        byte[] bytes = sealed.toByteArray();

        assertThat(opened(file, bytes)).isEqualTo(content);
        assertThatThrownBy(() -> opened(file, Arrays.copyOf(bytes, 200_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> opened(UUID.randomUUID(), bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void wrapsEveryKeyAnewWhenAnotherKeyComesFirst() {
        String sealed = keys.toSeal(person).seal("kept");
        String both = "newer:"
                + Base64.getEncoder().encodeToString(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                });
        transaction.executeWithoutResult(status -> {
            rewrapWith(both + ",test:" + "A".repeat(43) + "=");

            assertThat(jdbc.sql("select wrapped_with from subject_key where subject = ?")
                            .param(person)
                            .query(String.class)
                            .single())
                    .isEqualTo("newer");
            assertThat(new StoredKeys(jdbc, wrapping(both))
                            .find(List.of(person))
                            .getFirst()
                            .key()
                            .open(sealed))
                    .isEqualTo("kept");
            status.setRollbackOnly(); // the other tests' service has the older key only
        });
    }

    @Test
    void refusesToStartWithoutTheKeyThatWrapsPeoplesKeys() {
        keys.toSeal(person);
        String other = "other:" + "B".repeat(42) + "A=";

        assertThatThrownBy(() -> new RewrapKeys(jdbc, wrapping(other), transaction).afterPropertiesSet())
                .hasMessageContaining("wrapped with key test");
        assertThatThrownBy(() -> new RewrapKeys(jdbc, wrapping("test:" + "B".repeat(42) + "A="), transaction)
                        .afterPropertiesSet())
                .hasMessageContaining("ENCRYPTION_KEYS");
    }

    private void rewrapWith(String settings) {
        new RewrapKeys(jdbc, wrapping(settings), transaction).rewrap();
    }

    private static WrappingKeys wrapping(String settings) {
        try {
            return new WrappingKeys(new KeySettings(settings, Duration.ofHours(1)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] opened(UUID file, byte[] sealed) throws IOException {
        try (InputStream content = keys.toOpen(person)
                .opening(file, new ByteArrayInputStream(sealed))
                .orElseThrow()) {
            return content.readAllBytes();
        }
    }
}
