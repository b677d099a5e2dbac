package dev.skillladder.seeds;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Loads the seeds through the public API, as the people they speak of. Loading again adds what is missing and changes
 * nothing else.
 */
public final class SeedLoader implements AutoCloseable {

    private final Api api;
    private final Consumer<String> progress;

    /**
     * Talks to one installation.
     *
     * @param gateway base address, for example {@code http://127.0.0.1:8080}
     * @param tokenOf an access token for a user of {@link DemoUsers}; asked once per user, and again when one ended
     * @param progress told in one line each what was done
     */
    public SeedLoader(URI gateway, UnaryOperator<String> tokenOf, Consumer<String> progress) {
        this.api = new Api(gateway, tokenOf);
        this.progress = progress;
    }

    /** Only the framework: for an installation without demo people. */
    public void loadFramework() {
        new LoadFramework(api).load(SeedFramework.document());
        progress.accept("framework: published");
    }

    /** Framework, organisation, history, the second step that corrects some of it, and the growth programme. */
    public void loadAll() {
        loadFramework();
        FrameworkDocument framework = SeedFramework.document();
        DemoOrganisation organisation = new DemoOrganisation();
        DemoHistory history = new DemoHistory(organisation, framework);
        Crew crew = new Crew(progress);
        new LoadOrganisation(api, crew, organisation).load();
        LoadHistory past = new LoadHistory(api, crew, organisation, history);
        past.load();
        new LoadSecondStep(api, past, organisation, history).load(DemoSecondStep.read());
        progress.accept("corrections and late reviews: done");
        new LoadProgramme(api, organisation).load();
        progress.accept("growth programme: done");
    }

    @Override
    public void close() {
        api.close();
    }
}
