package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.repeat.RepeatedRequests;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.catalog.search.SkillTerms;
import dev.skillladder.catalog.validation.ValidateDocument;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft the next version: one transaction with the version, its search rows and the event. */
@Component
class PublishDraft {

    private final Frameworks frameworks;
    private final Drafts drafts;
    private final Versions versions;
    private final ValidateDocument validate;
    private final List<PublicationGate> gates;
    private final SkillTerms terms;
    private final RepeatedRequests repeats;
    private final CanonicalJson json;
    private final Outbox outbox;
    private final Clock clock;

    PublishDraft(
            Frameworks frameworks,
            Drafts drafts,
            Versions versions,
            ValidateDocument validate,
            List<PublicationGate> gates,
            SkillTerms terms,
            RepeatedRequests repeats,
            CanonicalJson json,
            Outbox outbox,
            Clock clock) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.versions = versions;
        this.validate = validate;
        this.gates = List.copyOf(gates);
        this.terms = terms;
        this.repeats = repeats;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Publishes.
     *
     * @param ifMatch the draft's ETag as the curator read it; null publishes whatever the draft holds now
     */
    @Transactional
    Publication publish(Order order, @Nullable String ifMatch, @Nullable String key) {
        String request = "POST publish %s %s %s".formatted(order.framework(), order.draft(), order.textOnly());
        return Publication.remembered(
                repeats.once(
                        order.person(),
                        key,
                        request,
                        () -> publish(order, ifMatch).toString()),
                version -> versions.get(order.framework(), version));
    }

    private Publication.Result publish(Order order, @Nullable String ifMatch) {
        frameworks.lock(order.framework());
        Draft draft = drafts.get(order.framework(), order.draft());
        Preconditions.check(ifMatch, draft.revision());
        FrameworkDocument document = json.read(draft.document());
        validate.orRefuse(order.framework(), document, draft.document());
        String digest = CanonicalJson.digest(draft.document());
        Optional<PublishedVersion> newest = versions.newest(order.framework());
        if (newest.isPresent() && newest.get().digest().equals(digest)) {
            return new Publication.Result(newest.get().version(), false);
        }
        if (order.textOnly()) {
            requireTextOnly(newest, draft);
        } else {
            newest.filter(before -> !isTextOnly(before, draft))
                    .ifPresent(before -> gates.forEach(gate -> gate.check(draft, before)));
        }
        int number = newest.map(PublishedVersion::version).orElse(0) + 1;
        PublishedVersion next = new PublishedVersion(
                order.framework(),
                number,
                order.textOnly(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                digest,
                draft.document());
        store(next, document, order, draft);
        return new Publication.Result(number, true);
    }

    private void store(PublishedVersion version, FrameworkDocument document, Order order, Draft draft) {
        versions.add(version, json.write(document.mappings()), order.person(), draft.id(), draft.revision());
        frameworks.published(version.id(), version.version(), document.name(), version.publishedAt());
        terms.add(version.id(), version.version(), document);
        outbox.add(new Event(
                Topics.FRAMEWORKS,
                FrameworkPublished.key(version.id(), version.version()),
                FrameworkPublished.TYPE,
                new FrameworkPublished(
                        version.id(),
                        version.version(),
                        version.textOnly(),
                        version.publishedAt(),
                        version.digest(),
                        document)));
    }

    private void requireTextOnly(Optional<PublishedVersion> newest, Draft draft) {
        if (newest.isEmpty() || !isTextOnly(newest.get(), draft)) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-text-only",
                    newest.isPresent()
                            ? "The draft changes more than texts since version %d. Publish it without textOnly."
                                    .formatted(newest.get().version())
                            : "The first version cannot be textOnly: there is nothing to compare it with.");
        }
    }

    private boolean isTextOnly(PublishedVersion before, Draft draft) {
        return TextOnlyChange.between(json.tree(before.document()), json.tree(draft.document()));
    }

    /** What to publish, by whom. */
    record Order(String framework, UUID draft, boolean textOnly, String person) {}
}
