package dev.skillladder.assessment.development;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Interests: only the person states them; managers above and HR may read. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}/interests")
class InterestController {

    private final Interests interests;
    private final KnownFrameworks frameworks;
    private final KnownEngineers engineers;
    private final TransactionOperations transactions;
    private final Access access;

    InterestController(
            Interests interests,
            KnownFrameworks frameworks,
            KnownEngineers engineers,
            TransactionOperations transactions,
            Access access) {
        this.interests = interests;
        this.frameworks = frameworks;
        this.engineers = engineers;
        this.transactions = transactions;
        this.access = access;
    }

    @Operation(summary = "What the person wants to get better at, by framework and skill")
    @GetMapping
    Page<Interest> interests(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        return page(engineer, after, limit);
    }

    @Operation(
            summary = "State interests: 0 no more, 1 a little to 3 very much",
            description = "Only the person. Skills that are not mentioned stay as they were; every statement is kept.")
    @PutMapping
    Page<Interest> state(Caller caller, @PathVariable UUID engineer, @RequestBody NewInterests given) {
        if (!caller.is(engineer)) {
            throw new NotAllowed("Only the person can say what interests them.");
        }
        String framework = given.framework() == null ? "" : given.framework();
        Rateable rateable = frameworks.latest(framework).stream()
                .mapToObj(version -> frameworks.rateable(framework, version))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new BadInput("/framework", "Name a published framework."));
        var checked = given.check(rateable);
        transactions.executeWithoutResult(_ -> {
            engineers.lock(List.of(engineer));
            interests.state(engineer, framework, checked);
        });
        return page(engineer, null, 200);
    }

    /** {@code after} is the framework and the skill of the last one, with a slash between. */
    private Page<Interest> page(UUID engineer, @Nullable String after, int limit) {
        int slash = after == null ? -1 : after.indexOf('/');
        if (after != null && slash < 0) {
            throw new BadRequest("'after' is not a 'next' of this list; leave it out to start anew.");
        }
        List<Interest> found = interests.page(
                engineer,
                after == null ? null : after.substring(0, slash),
                after == null ? null : after.substring(slash + 1),
                Page.limit(limit) + 1);
        List<Interest> page = found.stream().limit(limit).toList();
        return new Page<>(
                page,
                found.size() > limit
                        ? page.getLast().framework() + "/" + page.getLast().skill()
                        : null);
    }
}
