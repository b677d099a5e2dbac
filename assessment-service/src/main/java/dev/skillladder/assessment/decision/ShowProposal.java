package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.contest.Contest;
import dev.skillladder.assessment.contest.OpenContests;
import dev.skillladder.assessment.exemption.Exemptions;
import dev.skillladder.assessment.explanation.ExplainFor;
import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.engine.LevelResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what a caller sees who wants to decide a level today, with an ETag of exactly that. */
@Component
class ShowProposal {

    private final Levels levels;
    private final ExplainFor explain;
    private final Blindness blindness;
    private final KnownEngineers engineers;
    private final OpenContests contests;
    private final Exemptions exemptions;
    private final Decisions decisions;
    private final JsonMapper json;

    ShowProposal(
            Levels levels,
            ExplainFor explain,
            Blindness blindness,
            KnownEngineers engineers,
            OpenContests contests,
            Exemptions exemptions,
            Decisions decisions,
            JsonMapper json) {
        this.levels = levels;
        this.explain = explain;
        this.blindness = blindness;
        this.engineers = engineers;
        this.contests = contests;
        this.exemptions = exemptions;
        this.decisions = decisions;
        this.json = json;
    }

    /** Empty if the person has no role on that day; refuses whoever still has to review the person blindly. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Shown> to(Caller caller, UUID engineer, LocalDate today) {
        if (!blindness.of(caller, engineer).isWhole(engineer)) {
            throw new Conflict(
                    "You are asked to review this person; submit your review before you see what others say.");
        }
        PersonAt person = levels.at(List.of(engineer), today, null).get(engineer);
        if (person == null) {
            return Optional.empty();
        }
        ProposalView view = view(person, explain.explain(caller, engineer, today, null));
        return Optional.of(new Shown(view, etag(view)));
    }

    private ProposalView view(PersonAt person, Explanation explanation) {
        UUID engineer = person.engineer();
        LevelResult result = person.result();
        KnownEngineer known = engineers.find(List.of(engineer)).get(engineer);
        List<Contest> open = contests.of(engineer);
        WeighInputs inputs = new WeighInputs(explanation);
        return new ProposalView(
                engineer,
                known == null ? null : known.name(),
                person.framework(),
                person.version(),
                person.role(),
                person.asOf(),
                result.state(),
                result.state() == State.PROPOSE ? result.verified() : null,
                result.verified(),
                result.possible(),
                person.agreed(),
                result.pLow(),
                result.pHigh(),
                !open.isEmpty(),
                person.leftToPeople(),
                inputs.rungs(),
                inputs.heaviest(),
                inputs.disagreements(),
                explanation.nextReview(),
                open,
                exemptions.on(engineer, person.asOf()),
                decisions.page(engineer, Cursor.START, 1).stream()
                        .filter(decision -> decision.framework().equals(person.framework())
                                && decision.role().equals(person.role()))
                        .findFirst()
                        .orElse(null),
                explanation);
    }

    /** The same content, whenever it was computed, has the same ETag. */
    private String etag(ProposalView view) {
        ObjectNode content = json.valueToTree(view);
        if (content.get("explanation") instanceof ObjectNode explanation) {
            explanation.remove("computedAt");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What was shown, and what it is recognised by. */
    record Shown(ProposalView view, String etag) {}
}
