package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/assessments/evidence/{evidence}/files")
class EvidenceFileController {

    private final AttachFile attach;
    private final EvidenceFiles files;
    private final EvidenceItems items;
    private final SubjectKeys keys;
    private final Access access;

    EvidenceFileController(
            AttachFile attach, EvidenceFiles files, EvidenceItems items, SubjectKeys keys, Access access) {
        this.attach = attach;
        this.files = files;
        this.items = items;
        this.keys = keys;
        this.access = access;
    }

    /** The body is the file's content, of whatever declared type. */
    @PostMapping
    ResponseEntity<EvidenceFile> attach(
            Caller caller, @PathVariable UUID evidence, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        AttachFile.Attached attached = attach.attach(caller, evidence, name, request.getInputStream());
        URI location = URI.create("/api/assessments/evidence/%s/files/%s"
                .formatted(evidence, attached.file().id()));
        return ResponseEntity.status(attached.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(attached.file());
    }

    /** One page: there are at most ten. */
    @GetMapping
    Page<EvidenceFile> list(Caller caller, @PathVariable UUID evidence) {
        return new Page<>(files.of(evidence, readable(caller, evidence)), null);
    }

    /** To be saved, never to be shown: a browser neither guesses a type nor runs what is in it. */
    @GetMapping(path = "/{file}", produces = MediaType.ALL_VALUE)
    void read(Caller caller, @PathVariable UUID evidence, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        SubjectKey key = readable(caller, evidence);
        EvidenceFile found = files.find(evidence, file, key).orElseThrow(AttachFile::unknown);
        try (InputStream content = key.opening(file, files.sealed(file)).orElseThrow(AttachFile::unknown)) {
            response.setContentType(found.type());
            response.setContentLengthLong(found.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(found.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            content.transferTo(response.getOutputStream());
        }
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID evidence, @PathVariable UUID file) {
        attach.remove(caller, evidence, file);
    }

    private SubjectKey readable(Caller caller, UUID evidence) {
        Evidence item = items.find(evidence).orElseThrow(ChangeEvidence::unknown);
        access.requireRead(caller, item.subject());
        return keys.toOpen(item.subject());
    }
}
