package dev.skillladder.benchmarks;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.localstack.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A draft run over everybody: people per second against computing the same levels from the same rows, and its memory. */
final class ImpactRate {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_RATINGS = 12;

    private final Site site;
    private final long pid;

    ImpactRate(Site site) {
        this.site = site;
        this.pid = site.stack().pid(Part.ASSESSMENT);
    }

    void measure(Report report) throws SQLException, InterruptedException {
        site.tellPeople(site.sizes().concerned());
        long concerned = rate();
        ObjectNode stricter = JsonMapper.shared().valueToTree(site.framework());
        stricter.at("/roles/0/requirements")
                .forEach(asked -> ((ObjectNode) asked)
                        .put(
                                "proficiency",
                                Math.min(5, asked.path("proficiency").asDouble() + 0.5)));
        ObjectNode slower = JsonMapper.shared().valueToTree(site.framework());
        ((ObjectNode) slower.path("parameters")).put("halfLifeDays", 500);

        double ours = run("other requirements, %,d people".formatted(concerned), document(stricter), concerned, report);
        double floor;
        try (var levels = new LevelFloor(site.stack().jdbcUrl(Part.ASSESSMENT), site.framework(), document(stricter))) {
            floor = levels.peoplePerSecond();
        }
        report.add(
                "(e) impact, other requirements, %,d people".formatted(concerned),
                Report.number(ours, "/s"),
                Report.number(floor, "/s"),
                Report.number(ours / floor, ""),
                "≥ 0.33");
        double anew = run("another half-life", document(slower), concerned, report);
        report.add("(e) impact, another half-life: estimates anew from the log", Report.number(anew, "/s"), "", "", "");
    }

    private static FrameworkDocument document(ObjectNode json) {
        return JsonMapper.shared().treeToValue(json, FrameworkDocument.class);
    }

    /** Everybody who holds a role is rated once by a manager; answers how many they are. */
    private long rate() throws SQLException, InterruptedException {
        Random random = new Random(3);
        List<String> skills = site.framework().roles().getFirst().requirements().stream()
                .map(FrameworkDocument.Requirement::skill)
                .distinct()
                .limit(MOST_RATINGS)
                .toList();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<UUID> people = site.engineers();
        long before;
        try (var log = site.assessments("select count(*) from observation where origin like 'impact-%'");
                var sender = new Sender(site.stack().bootstrapServers())) {
            before = log.ask();
            for (UUID person : people) {
                sender.send(Topic.record(
                        Topics.OBSERVATIONS,
                        person.toString(),
                        ObservationsRecorded.TYPE,
                        "impact-" + person,
                        new ObservationsRecorded(
                                person,
                                Kind.MANAGER,
                                "impact",
                                "impact-" + person,
                                site.framework().id(),
                                Site.VERSION,
                                today.minusDays(random.nextInt(300)),
                                Instant.now(),
                                1,
                                skills.stream()
                                        .map(skill -> new Rating(skill, 1 + random.nextInt(5), 1, null, false))
                                        .toList())));
            }
        }
        try (var log = site.assessments("select count(*) from observation where origin like 'impact-%'")) {
            log.await(before + (long) people.size() * skills.size(), PATIENCE, Duration.ofSeconds(5));
        }
        return people.size();
    }

    /** People per second from the first step to the last; says how much memory assessment-service had meanwhile. */
    private double run(String what, FrameworkDocument document, long people, Report report)
            throws SQLException, InterruptedException {
        UUID run = UUID.randomUUID();
        long before = mebibytes();
        try (var sender = new Sender(site.stack().bootstrapServers())) {
            sender.send(Topic.record(
                    Topics.IMPACT_REQUESTS,
                    run.toString(),
                    ImpactRequested.TYPE,
                    run.toString(),
                    new ImpactRequested(
                            run,
                            site.framework().id(),
                            UUID.randomUUID(),
                            1,
                            Site.VERSION + 1,
                            Instant.now(),
                            document)));
        }
        long most = before;
        try (var ended = site.assessments("select count(*) from impact_run where id = ? and finished_at is not null");
                var took = site.assessments(
                        "select extract(epoch from finished_at - started_at) * 1000 from impact_run where id = ?");
                var done = site.assessments("select done from impact_run where id = ? and state = 'DONE'")) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ended.ask(run) == 0) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the run did not end within " + PATIENCE);
                }
                most = Math.max(most, mebibytes());
                Thread.sleep(PAUSE);
            }
            if (done.ask(run) != people) {
                throw new IllegalStateException("the run looked at %d of %d people".formatted(done.ask(run), people));
            }
            report.add(
                    "(e) resident memory of assessment-service for that, before / most / after: " + what,
                    "%d / %d / %d MiB".formatted(before, most, mebibytes()),
                    "",
                    "",
                    "");
            return people * 1000.0 / Math.max(1, took.ask(run));
        }
    }

    private long mebibytes() {
        return Machine.residentKibibytes(pid) / 1024;
    }
}
