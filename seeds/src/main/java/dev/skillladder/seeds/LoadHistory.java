package dev.skillladder.seeds;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Hands in reviews, evidence and decisions, each by the token of whoever said it; what is there already is left out. */
final class LoadHistory {

    private static final String HR = "hr";
    private static final String ASSESSMENTS = "/api/assessments/";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);

    private final Api api;
    private final Crew crew;
    private final DemoOrganisation organisation;
    private final DemoHistory history;
    private final Map<String, List<DemoEvidence>> evidence =
            DemoEvidence.all().stream().collect(Collectors.groupingBy(DemoEvidence::subject));

    LoadHistory(Api api, Crew crew, DemoOrganisation organisation, DemoHistory history) {
        this.api = api;
        this.crew = crew;
        this.organisation = organisation;
        this.history = history;
    }

    void load() {
        crew.forEach("reviews, evidence and decisions", organisation.people(), this::load);
    }

    private void load(DemoPerson person) {
        submit(person, history.reviews(person));
        handIn(person);
        decide(person);
    }

    /** Submits those that are missing, in this order. */
    void submit(DemoPerson subject, List<DemoReview> reviews) {
        Set<String> there = items(ASSESSMENTS + "reviews?limit=200&subject=" + subject.id()).stream()
                .map(r -> r.path("kind").asString("") + r.path("observedOn").asString(""))
                .collect(Collectors.toSet());
        reviews.stream()
                .filter(r -> !there.contains(r.kind().name() + r.observedOn()))
                .forEach(review -> submit(subject, review));
    }

    private void submit(DemoPerson subject, DemoReview review) {
        if (review.kind() == Kind.PEER) {
            api.postWhenKnown(
                    subject.user(),
                    ASSESSMENTS + "review-requests",
                    Map.of(
                            "subject",
                            subject.id(),
                            "reviewers",
                            List.of(organisation.person(review.rater()).id())),
                    "ask_" + review.key());
        }
        api.postWhenKnown(review.rater(), ASSESSMENTS + "reviews", body(subject, review), review.key());
    }

    static Map<String, Object> body(DemoPerson subject, DemoReview review) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", subject.id());
        body.put("kind", review.kind());
        body.put("framework", DemoHistory.FRAMEWORK);
        body.put("observedOn", review.observedOn());
        body.put("ratings", review.ratings());
        return body;
    }

    private void handIn(DemoPerson person) {
        List<DemoEvidence> own = evidence.getOrDefault(person.user(), List.of());
        if (own.isEmpty()) {
            return;
        }
        Set<String> there = items(ASSESSMENTS + "evidence?limit=200&subject=" + person.id()).stream()
                .map(e -> e.path("title").asString(""))
                .collect(Collectors.toSet());
        own.stream().filter(e -> !there.contains(e.title())).forEach(item -> handIn(person, item));
    }

    private void handIn(DemoPerson person, DemoEvidence item) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", person.id());
        body.put("kind", item.kind());
        body.put("title", item.title());
        body.put("framework", DemoHistory.FRAMEWORK);
        body.put("observedOn", item.observedOn());
        if (item.validUntil() != null) {
            body.put("validUntil", item.validUntil());
        }
        body.put("ratings", item.ratings());
        JsonNode stored =
                api.postWhenKnown(person.user(), ASSESSMENTS + "evidence", body, "seed_evidence_" + item.key());
        if (item.verified() != null) {
            api.postWhenKnown(
                    manager(person).user(),
                    ASSESSMENTS + "evidence/" + stored.path("id").asString("") + "/verification",
                    Map.of("reason", item.verified()),
                    "verify_evidence_" + item.key());
        }
    }

    private void decide(DemoPerson person) {
        if (person.decisions().isEmpty()) {
            return;
        }
        String path = ASSESSMENTS + "engineers/" + person.id() + "/decisions";
        Set<String> there = items(path + "?limit=200").stream()
                .map(d -> d.path("level").asString("") + d.path("validFrom").asString(""))
                .collect(Collectors.toSet());
        person.decisions().stream()
                .filter(d -> !there.contains(d.level() + d.validFrom()))
                .forEach(d -> decide(person, path, d));
    }

    private void decide(DemoPerson person, String path, DemoPerson.Decision decision) {
        api.postWhenSeen(
                manager(person).user(),
                ASSESSMENTS + "proposals/" + person.id(),
                path,
                Map.of(
                        "outcome", "CONFIRMED",
                        "level", decision.level(),
                        "reason", decision.reason(),
                        "validFrom", decision.validFrom()),
                String.join(
                        "_",
                        "seed_decision",
                        person.user(),
                        decision.validFrom().toString()));
    }

    private DemoPerson manager(DemoPerson person) {
        DemoPerson manager = organisation.managerIn(person.team(LAST_DAY), person);
        return Objects.requireNonNull(manager, () -> person.user() + " has no manager");
    }

    List<JsonNode> items(String path) {
        return List.copyOf(
                Api.accepted("GET " + path, api.get(HR, path)).path("items").values());
    }
}
