package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.reviewdraft.Drafts.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft is about besides its skills: framework, version and day. */
@Component
class DraftFrame {

    private final KnownFrameworks frameworks;

    DraftFrame(KnownFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    /** The draft's next head: what the patch leaves out stays as it was in the draft that is open. */
    Head of(@Nullable Head before, DraftPatch patch, Instant now) {
        Head open = before == null || !before.open() ? null : before;
        String framework = patch.framework() == null && open != null ? open.framework() : patch.framework();
        if (framework == null) {
            throw new BadInput("/framework", "The first save of a draft names the framework.");
        }
        Integer version = patch.frameworkVersion();
        if (version == null) {
            version = open != null && open.framework().equals(framework)
                    ? open.frameworkVersion()
                    : frameworks
                            .latest(framework)
                            .orElseThrow(() ->
                                    new BadInput("/framework", "There is no published framework " + framework + "."));
        }
        if (frameworks.rateable(framework, version).isEmpty()) {
            throw new BadInput("/frameworkVersion", "Framework %s has no version %d.".formatted(framework, version));
        }
        long revision = before == null ? 1 : before.revision() + 1;
        return new Head(
                framework,
                version,
                patch.observedOn() == null && open != null ? open.observedOn() : patch.observedOn(),
                revision,
                open == null ? revision : open.opened(),
                true,
                now);
    }
}
