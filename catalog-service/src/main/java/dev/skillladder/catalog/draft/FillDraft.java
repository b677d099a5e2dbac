package dev.skillladder.catalog.draft;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a document made elsewhere, such as from a file, into a draft; inside the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FillDraft {

    private final CreateDraft createDraft;
    private final EditDraft editDraft;

    FillDraft(CreateDraft createDraft, EditDraft editDraft) {
        this.createDraft = createDraft;
        this.editDraft = editDraft;
    }

    /** Starts a draft; {@code basedOn} is the version the document was made from. */
    public Draft start(String framework, @Nullable Integer basedOn, FrameworkDocument document, String person) {
        return createDraft.start(framework, basedOn, document, person);
    }

    /** Replaces the document of a draft whose ETag is known. */
    public Draft replace(String framework, UUID draft, String ifMatch, FrameworkDocument document, String person) {
        return editDraft.replace(framework, draft, ifMatch, document, person);
    }
}
