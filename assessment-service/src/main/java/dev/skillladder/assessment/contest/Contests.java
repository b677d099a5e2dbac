package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Consequence;
import dev.skillladder.assessment.contest.Contest.End;
import dev.skillladder.assessment.contest.Contest.Line;
import dev.skillladder.assessment.contest.Contest.Outcome;
import dev.skillladder.assessment.contest.Contest.Reassignment;
import dev.skillladder.assessment.contest.Contest.Step;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of contests: appended, never changed. Whoever writes holds the engineer's lock. */
@Component
class Contests {

    private static final String SELECT = """
            select contest.id, contest.engineer, contest.framework, contest.framework_version, contest.role, contest.as_of,
                   contest.skill, contest.level, contest.input_kind, contest.input_source, contest.rule_part,
                   contest.rule_of, contest.rule_track, contest.reason,
                   coalesce(moved.assigned_to, contest.assigned_to) as assigned_to,
                   coalesce(moved.due_on, contest.due_on) as due_on, contest.opened_at, ended.outcome,
                   ended.consequence, ended.reason as end_reason, ended.ended_by, ended.ended_at
            from contest left join contest_end ended on ended.contest = contest.id
            left join lateral (
                select one.assigned_to, one.due_on from contest_reassignment one
                where one.contest = contest.id order by one.number desc limit 1
            ) as moved on true
            """;

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final Reassignments reassignments;
    private final SkillsNow skillsNow;
    private final Clock clock;

    Contests(JdbcClient jdbc, SubjectKeys keys, Reassignments reassignments, SkillsNow skillsNow, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.reassignments = reassignments;
        this.skillsNow = skillsNow;
        this.clock = clock;
    }

    void add(Contest contest) {
        Line line = contest.line();
        Step step = line.step();
        jdbc.sql("""
                        insert into contest (id, engineer, framework, framework_version, role, as_of, skill, level, input_kind,
                            input_source, rule_part, rule_of, rule_track, reason, assigned_to, due_on, opened_at)
                        values (:id, :engineer, :framework, :version, :role, :asOf, :skill, :level, :inputKind,
                            :inputSource, :rulePart, :ruleOf, :ruleTrack, :reason, :assignedTo, :dueOn, :openedAt::timestamptz)
                        """)
                .param("id", contest.id())
                .param("engineer", contest.engineer())
                .param("framework", contest.framework())
                .param("version", contest.frameworkVersion())
                .param("role", contest.role())
                .param("asOf", contest.asOf())
                .param("skill", line.skill())
                .param("level", line.level())
                .param(
                        "inputKind",
                        line.inputKind() == null ? null : line.inputKind().name())
                .param("inputSource", line.inputSource())
                .param("rulePart", step == null ? null : step.part().name())
                .param("ruleOf", step == null ? null : step.of())
                .param("ruleTrack", step == null ? null : step.track())
                .param("reason", keys.toSeal(contest.engineer()).seal(contest.reason()))
                .param("assignedTo", contest.assignedTo())
                .param("dueOn", contest.dueOn())
                .param("openedAt", contest.openedAt().toString())
                .update();
    }

    void end(Contest contest, End end) {
        jdbc.sql("""
                        insert into contest_end (contest, outcome, consequence, reason, ended_by, ended_at)
                        values (:contest, :outcome, :consequence, :reason, :endedBy, :endedAt::timestamptz)
                        """)
                .param("contest", contest.id())
                .param("outcome", end.outcome().name())
                .param(
                        "consequence",
                        end.consequence() == null ? null : end.consequence().name())
                .param("reason", keys.toSeal(contest.engineer()).sealIfAny(end.reason()))
                .param("endedBy", end.endedBy())
                .param("endedAt", end.endedAt().toString())
                .update();
    }

    Optional<Contest> find(UUID id) {
        return completed(jdbc.sql(SELECT + "where contest.id = :id")
                        .param("id", id)
                        .query((row, _) -> contest(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The engineer's, that are open; oldest first. */
    List<Contest> open(UUID engineer) {
        return completed(jdbc.sql(SELECT + """
                        where contest.engineer = :engineer and ended.contest is null
                        order by contest.opened_at, contest.id
                        """)
                .param("engineer", engineer)
                .query((row, _) -> contest(row))
                .list());
    }

    /**
     * Newest first.
     *
     * @param about only this engineer's
     * @param toDecideBy only those assigned to this person
     * @param openOnly only open ones
     * @param overdueOn only open ones due before this day
     */
    List<Contest> page(
            @Nullable UUID about,
            @Nullable UUID toDecideBy,
            boolean openOnly,
            @Nullable LocalDate overdueOn,
            Cursor after,
            int most) {
        return completed(jdbc.sql(SELECT + """
                        where (contest.opened_at, contest.id) < (:at::timestamptz, :id::uuid)
                          and (:about::uuid is null or contest.engineer = :about::uuid)
                          and (:toDecideBy::uuid is null
                            or coalesce(moved.assigned_to, contest.assigned_to) = :toDecideBy::uuid
                              and contest.id in (
                                  select own.id from contest own where own.assigned_to = :toDecideBy::uuid
                                  union select one.contest from contest_reassignment one where one.assigned_to = :toDecideBy::uuid))
                          and (not :openOnly or ended.contest is null)
                          and (:overdueOn::date is null or ended.contest is null
                            and coalesce(moved.due_on, contest.due_on) < :overdueOn::date)
                        order by contest.opened_at desc, contest.id desc
                        limit :most
                        """)
                .param("about", about)
                .param("toDecideBy", toDecideBy)
                .param("openOnly", openOnly)
                .param("overdueOn", overdueOn)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> contest(row))
                .list());
    }

    /** With the texts readable; one query for the keys of everybody, and one for who they went on to. */
    private List<Contest> completed(List<Contest> sealed) {
        Map<UUID, SubjectKey> found =
                keys.toOpen(sealed.stream().map(Contest::engineer).collect(Collectors.toSet()));
        Map<UUID, List<Reassignment>> moved = sealed.isEmpty()
                ? Map.of()
                : reassignments.of(sealed.stream().map(Contest::id).toList());
        Map<UUID, List<String>> now = skillsNow.ofEach(sealed);
        return sealed.stream()
                .map(contest -> contest.complete(
                        Objects.requireNonNull(found.get(contest.engineer())),
                        now.getOrDefault(contest.id(), List.of()),
                        moved.getOrDefault(contest.id(), List.of())))
                .toList();
    }

    private Contest contest(ResultSet row) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        End end = end(row);
        String inputKind = row.getString("input_kind");
        String rulePart = row.getString("rule_part");
        return new Contest(
                row.getObject("id", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getString("role"),
                row.getObject("as_of", LocalDate.class),
                new Line(
                        row.getString("skill"),
                        row.getString("level"),
                        inputKind == null ? null : Kind.valueOf(inputKind),
                        row.getString("input_source"),
                        rulePart == null
                                ? null
                                : new Step(
                                        Part.valueOf(rulePart), row.getString("rule_of"), row.getString("rule_track"))),
                List.of(),
                row.getString("reason"),
                row.getObject("assigned_to", UUID.class),
                dueOn,
                end == null && dueOn.isBefore(LocalDate.now(clock.withZone(ZoneOffset.UTC))),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                List.of(),
                end);
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String consequence = row.getString("consequence");
        return outcome == null
                ? null
                : new End(
                        Outcome.valueOf(outcome),
                        consequence == null ? null : Consequence.valueOf(consequence),
                        row.getString("end_reason"),
                        row.getString("ended_by"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
