package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds files to evidence and takes them away, as long as nobody has verified it: what was looked at stays. */
@Component
class AttachFile {

    private static final int MOST_FILES = 10;
    private static final int MAX_NAME = 200;

    private final Access access;
    private final KnownEngineers engineers;
    private final EvidenceItems items;
    private final EvidenceFiles files;
    private final SubjectKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttachFile(
            Access access,
            KnownEngineers engineers,
            EvidenceItems items,
            EvidenceFiles files,
            SubjectKeys keys,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.items = items;
        this.files = files;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A file that is attached now or was before.
     *
     * @param added false: the same content was there already
     */
    record Attached(EvidenceFile file, boolean added) {}

    Attached attach(Caller caller, UUID evidence, String name, InputStream body) throws IOException {
        UUID sender = access.requireEngineer(caller);
        Evidence item = items.find(evidence).orElseThrow(ChangeEvidence::unknown);
        access.requireOwnOrAbove(caller, item.subject());
        requireOpen(item);
        String checked = checkedName(name);
        SubjectKey key = keys.toSeal(item.subject());
        try (Upload upload = Upload.receive(body, key)) {
            return Objects.requireNonNull(transaction.execute(_ -> store(sender, evidence, checked, key, upload)));
        }
    }

    private Attached store(UUID sender, UUID evidence, String name, SubjectKey key, Upload upload) {
        Evidence item = locked(evidence);
        requireOpen(item);
        List<EvidenceFile> present = files.of(evidence, key);
        Optional<EvidenceFile> same = present.stream()
                .filter(file -> file.sha256().equals(upload.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return new Attached(same.get(), false);
        }
        if (present.size() >= MOST_FILES) {
            throw new Conflict(
                    "This evidence has %d files, the most it can have; remove one first.".formatted(MOST_FILES));
        }
        EvidenceFile file = new EvidenceFile(
                upload.id(), name, upload.type().mediaType(), upload.size(), upload.sha256(), sender, now());
        files.add(evidence, file, key, upload);
        return new Attached(file, true);
    }

    void remove(Caller caller, UUID evidence, UUID file) {
        UUID remover = access.requireEngineer(caller);
        Evidence item = items.find(evidence).orElseThrow(ChangeEvidence::unknown);
        access.requireOwnOrAbove(caller, item.subject());
        transaction.executeWithoutResult(_ -> {
            requireOpen(locked(evidence));
            if (!files.remove(evidence, file, remover, now())) {
                throw unknown();
            }
        });
    }

    private Evidence locked(UUID evidence) {
        Evidence item = items.find(evidence).orElseThrow(ChangeEvidence::unknown);
        engineers.lock(List.of(item.subject()));
        return items.find(evidence).orElseThrow(ChangeEvidence::unknown);
    }

    private static void requireOpen(Evidence item) {
        if (item.state() != Evidence.State.SUBMITTED) {
            throw new Conflict("Files of evidence can be changed until it is verified or taken back; this is %s."
                    .formatted(item.state()));
        }
    }

    private static String checkedName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (last.isEmpty() || last.length() > MAX_NAME || last.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput("/name", "Give the file a name of at most %d characters.".formatted(MAX_NAME));
        }
        return last;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static NotFound unknown() {
        return new NotFound("This evidence has no file with this id.");
    }
}
