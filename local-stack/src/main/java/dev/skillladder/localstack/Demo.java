package dev.skillladder.localstack;

import dev.skillladder.seeds.DemoUsers;
import dev.skillladder.seeds.SeedLoader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The demo organisation: who can log in, whom to be first, and how it gets into a running stack. */
final class Demo {
    /** A walk through the product, one person per view; everybody else can log in as well. */
    private static final Map<String, String> WORTH_BEING = Map.of(
            "hr", "sees everybody; the level report",
            "curator", "edits and publishes the framework",
            "cocurator", "approves what changes many people's levels",
            "operator", "sees records that could not be taken in",
            "chen.liqun", "director: the matrix of the whole centre",
            "lin.haoran", "leads the vision team: its matrix, proposals to decide",
            "wang.siyuan", "has grown past mid: the proposal for senior and why",
            "gao.feng", "confirmed senior whose ratings fell: a level under review");

    private Demo() {}

    static List<DemoUser> users() {
        return DemoUsers.all().stream()
                .map(user -> new DemoUser(
                        user.name(),
                        WORTH_BEING.containsKey(user.name())
                                ? user.displayName().en() + ", " + WORTH_BEING.get(user.name())
                                : "",
                        user.roles()))
                .toList();
    }

    /** Loading again adds what is missing and changes nothing else. */
    static void load(LocalStack stack, Consumer<String> progress) {
        progress.accept("Loading the demo organisation");
        try (var seeds = new SeedLoader(
                URI.create(stack.url(Part.GATEWAY)), stack::token, line -> progress.accept("  " + line))) {
            seeds.loadAll();
        }
    }
}
