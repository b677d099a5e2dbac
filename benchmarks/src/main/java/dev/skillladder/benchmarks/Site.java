package dev.skillladder.benchmarks;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import dev.skillladder.contract.profile.EngineerChanged.RoleAssignment;
import dev.skillladder.localstack.DemoUser;
import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import dev.skillladder.seeds.SeedFramework;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The running stack, the framework of the seeds, and engineers that assessment-service knows of. The first sixteen manage
 * all others in turn and can log in.
 */
record Site(LocalStack stack, Path home, Sizes sizes, FrameworkDocument framework, List<UUID> engineers) {

    static final int MANAGERS = 16;
    static final int VERSION = 1;

    private static final LocalDate SINCE = LocalDate.parse("2020-01-01");
    private static final Instant RECORDED = SINCE.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static List<DemoUser> users() {
        return IntStream.range(0, MANAGERS)
                .mapToObj(number -> DemoUser.named(user(number)))
                .toList();
    }

    /** Tells assessment-service of framework and engineers and waits until it knows them all. */
    static Site settle(LocalStack stack, Path home, Sizes sizes) throws SQLException, InterruptedException {
        var site = new Site(stack, home, sizes, SeedFramework.document(), new ArrayList<>());
        site.tellFramework();
        site.tellPeople(sizes.engineers());
        return site;
    }

    String token(int manager) {
        return stack.token(user(manager));
    }

    Store assessments(String question) throws SQLException {
        return new Store(stack.jdbcUrl(Part.ASSESSMENT), question);
    }

    /** Another database of the same server; the floors' tables are in a schema of their own. */
    String floorUrl() {
        return stack.ownerJdbcUrl(Part.CATALOG);
    }

    /** One whom this manager manages: the numbers go round. */
    UUID report(int manager, int number) {
        int reports = engineers.size() / MANAGERS - 1;
        return engineers.get(MANAGERS * (1 + number % reports) + manager);
    }

    private static String user(int manager) {
        return "manager-" + manager;
    }

    private void tellFramework() throws SQLException, InterruptedException {
        try (var sender = new Sender(stack.bootstrapServers())) {
            String key = FrameworkPublished.key(framework.id(), VERSION);
            sender.send(Topic.record(
                    Topics.FRAMEWORKS,
                    key,
                    FrameworkPublished.TYPE,
                    "framework",
                    new FrameworkPublished(framework.id(), VERSION, false, RECORDED, "0".repeat(64), framework)));
        }
        try (var frameworks = assessments("select count(*) from known_framework")) {
            frameworks.await(1, PATIENCE, Duration.ofMillis(100));
        }
    }

    /** Tells of more engineers until there are that many, and waits until they are known. */
    void tellPeople(int wanted) throws SQLException, InterruptedException {
        try (var sender = new Sender(stack.bootstrapServers())) {
            for (int number = engineers.size(); number < wanted; number++) {
                UUID id = UUID.randomUUID();
                engineers.add(id);
                sender.send(Topic.record(
                        Topics.ENGINEERS, id.toString(), EngineerChanged.TYPE, "engineer-" + number, engineer(number)));
            }
        }
        try (var people = assessments("select count(*) from known_engineer")) {
            people.await(engineers.size(), PATIENCE, Duration.ofMillis(200));
        }
    }

    private EngineerChanged engineer(int number) {
        UUID manager = engineers.get(number % MANAGERS);
        return new EngineerChanged(
                engineers.get(number),
                1,
                RECORDED,
                number < MANAGERS ? user(number) : null,
                "B-%06d".formatted(number),
                new Text("工程师", "Engineer " + number),
                "engineer-" + number + "@skillladder.example",
                SINCE,
                EngineerChanged.State.ACTIVE,
                number < MANAGERS
                        ? List.of()
                        : List.of(new ReportingLine(manager, LineKind.SOLID, SINCE, null, RECORDED)),
                List.of(),
                List.of(new RoleAssignment(
                        framework.id(), framework.roles().getFirst().id(), SINCE, null, RECORDED)));
    }
}
