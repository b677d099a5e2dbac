package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.history.Entry;
import dev.skillladder.catalog.history.Happening;
import dev.skillladder.catalog.history.History;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Steps steps;
    private final History history;
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
            Steps steps,
            History history,
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
        this.steps = steps;
        this.history = history;
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
        String request = "POST publish %s %s %s %s"
                .formatted(order.framework(), order.draft(), order.textOnly(), order.allFresh());
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
        frameworks.requireActive(order.framework());
        Draft draft = drafts.get(order.framework(), order.draft());
        Preconditions.check(ifMatch, draft.revision());
        FrameworkDocument document = json.read(draft.document());
        Step step = steps.from(versions.newest(order.framework()), draft);
        PublishedVersion newest = step.newest();
        if (newest != null && step.changesNothing()) {
            return new Publication.Result(newest.version(), false);
        }
        validate.orRefuse(order.framework(), document, draft.document(), step.skills());
        if (order.allFresh()) {
            validate.allFreshOrRefuse(document, draft.document());
        }
        boolean textOnly = step.textOnly(order.textOnly());
        if (newest != null && !step.isTextOnly()) {
            for (PublicationGate gate : gates) {
                gate.check(draft, newest);
            }
        }
        PublishedVersion next = new PublishedVersion(
                order.framework(),
                newest == null ? 1 : newest.version() + 1,
                textOnly,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                CanonicalJson.digest(draft.document()),
                draft.document());
        store(next, document, order, draft);
        history.add(entry(next, draft, order), step.changes());
        return new Publication.Result(next.version(), true);
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

    private static Entry entry(PublishedVersion version, Draft draft, Order order) {
        return new Entry(
                version.id(),
                Happening.PUBLISHED,
                draft.id(),
                draft.revision(),
                version.version(),
                null,
                version.publishedAt(),
                order.person());
    }

    /**
     * What to publish, by whom.
     *
     * @param textOnly null for what the changes say
     * @param allFresh refuse as long as texts are out of date
     */
    record Order(String framework, UUID draft, @Nullable Boolean textOnly, boolean allFresh, String person) {}
}
