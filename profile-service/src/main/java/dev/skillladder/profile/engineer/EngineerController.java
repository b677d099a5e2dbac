package dev.skillladder.profile.engineer;

import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.profile.access.Access;
import dev.skillladder.profile.access.Caller;
import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.edit.Once;
import dev.skillladder.profile.page.Page;
import dev.skillladder.profile.page.PageRequest;
import dev.skillladder.profile.problem.BadParameter;
import dev.skillladder.profile.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/profiles")
@Tag(name = "engineers")
class EngineerController {

    private static final int LONGEST_QUERY = 100;

    private final Access access;
    private final Engineers engineers;
    private final Statements statements;
    private final FindEngineers findEngineers;
    private final SaveEngineer saveEngineer;
    private final Once once;

    EngineerController(
            Access access,
            Engineers engineers,
            Statements statements,
            FindEngineers findEngineers,
            SaveEngineer saveEngineer,
            Once once) {
        this.access = access;
        this.engineers = engineers;
        this.statements = statements;
        this.findEngineers = findEngineers;
        this.saveEngineer = saveEngineer;
        this.once = once;
    }

    @GetMapping("/me")
    @Operation(summary = "The caller as an engineer")
    ResponseEntity<WholeEngineer> me(Caller caller) {
        UUID id = caller.engineer();
        if (id == null) {
            throw new NotFound("Your account is not linked to an engineer. Ask HR to enter " + caller.person()
                    + " as the identity in your profile.");
        }
        return read(id);
    }

    @GetMapping("/engineers")
    @Operation(summary = "Engineers the caller may see, by employee number, or by name: pinyin in Chinese")
    Page<Engineer> listEngineers(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(defaultValue = "false") boolean subteams,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        if (q != null && (q.length() > LONGEST_QUERY || q.indexOf(0) >= 0)) {
            throw new BadParameter("q may have at most " + LONGEST_QUERY + " printable characters.");
        }
        return findEngineers.find(
                caller,
                new FindEngineers.Filter(q, team, subteams, state),
                ListOrder.of(sort, lang),
                PageRequest.of(limit, after));
    }

    @GetMapping("/engineers/{id}")
    @Operation(summary = "One engineer with all dated statements")
    ResponseEntity<WholeEngineer> readEngineer(Caller caller, @PathVariable UUID id) {
        access.requireRead(caller, id);
        return read(id);
    }

    @PostMapping("/engineers")
    @Operation(summary = "Create an engineer; the server gives the id")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WholeEngineer> createEngineer(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody EngineerDetails details) {
        return once.answer(
                        caller.person(),
                        key,
                        details,
                        WholeEngineer.class,
                        () -> saveEngineer
                                .save(UUID.randomUUID(), details, IfMatch.of(null))
                                .engineer())
                .answer(HttpStatus.CREATED);
    }

    @PutMapping("/engineers/{id}")
    @Operation(summary = "Create an engineer, or replace the details with If-Match")
    ResponseEntity<WholeEngineer> putEngineer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EngineerDetails details) {
        return saveEngineer.save(id, details, IfMatch.of(ifMatch)).answer();
    }

    private ResponseEntity<WholeEngineer> read(UUID id) {
        return engineers
                .find(id)
                .map(statements::with)
                .orElseThrow(() -> new NotFound("There is no engineer " + id + "."))
                .answer(HttpStatus.OK);
    }
}
