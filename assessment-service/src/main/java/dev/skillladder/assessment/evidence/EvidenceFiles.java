package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of files: who attached and removed which, and the sealed content in pieces, a statement each, so that none is
 * held in memory as a whole.
 */
@Component
class EvidenceFiles {

    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    EvidenceFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID evidence, EvidenceFile file, SubjectKey key, Upload upload) {
        jdbc.sql("""
                        insert into evidence_file (id, evidence, name, type, size, sha256, uploaded_by, uploaded_at)
                        values (:id, :evidence, :name, :type, :size, :sha256, :by, :at::timestamptz)
                        """)
                .param("id", file.id())
                .param("evidence", evidence)
                .param("name", key.seal(file.name()))
                .param("type", file.type())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("by", file.uploadedBy())
                .param("at", file.uploadedAt().toString())
                .update();
        try (InputStream sealed = Files.newInputStream(upload.sealed())) {
            int position = 0;
            for (byte[] piece = sealed.readNBytes(PIECE); piece.length > 0; piece = sealed.readNBytes(PIECE)) {
                jdbc.sql("insert into evidence_file_piece (file, position, sealed) values (:file, :position, :sealed)")
                        .param("file", file.id())
                        .param("position", position++)
                        .param("sealed", piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were not removed, oldest first. */
    List<EvidenceFile> of(UUID evidence, SubjectKey key) {
        return jdbc.sql("""
                        select id, name, type, size, sha256, uploaded_by, uploaded_at from evidence_file
                        where evidence = :evidence and removed_at is null order by uploaded_at, id
                        """)
                .param("evidence", evidence)
                .query((row, _) -> file(row, key))
                .list();
    }

    Optional<EvidenceFile> find(UUID evidence, UUID file, SubjectKey key) {
        return of(evidence, key).stream().filter(each -> each.id().equals(file)).findFirst();
    }

    /** Who removed it stays known, the content does not. */
    boolean remove(UUID evidence, UUID file, UUID by, Instant now) {
        boolean removed = jdbc.sql("""
                                update evidence_file set removed_by = :by, removed_at = :now::timestamptz
                                where id = :file and evidence = :evidence and removed_at is null
                                """)
                        .param("file", file)
                        .param("evidence", evidence)
                        .param("by", by)
                        .param("now", now.toString())
                        .update()
                == 1;
        if (removed) {
            jdbc.sql("delete from evidence_file_piece where file = :file")
                    .param("file", file)
                    .update();
        }
        return removed;
    }

    /** The sealed content, a piece at a time, without holding a connection in between. */
    InputStream sealed(UUID file) {
        return new Pieces(file);
    }

    private Optional<byte[]> piece(UUID file, int position) {
        return jdbc.sql("select sealed from evidence_file_piece where file = :file and position = :position")
                .param("file", file)
                .param("position", position)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    private static EvidenceFile file(ResultSet row, SubjectKey key) throws SQLException {
        return new EvidenceFile(
                row.getObject("id", UUID.class),
                key.open(row.getString("name")),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private final class Pieces extends InputStream {

        private final UUID file;
        private int position;
        private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

        Pieces(UUID file) {
            this.file = file;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = piece.read(buffer, offset, length);
            while (count < 0) {
                Optional<byte[]> next = piece(file, position++);
                if (next.isEmpty()) {
                    return -1;
                }
                piece = new ByteArrayInputStream(next.get());
                count = piece.read(buffer, offset, length);
            }
            return count;
        }
    }
}
