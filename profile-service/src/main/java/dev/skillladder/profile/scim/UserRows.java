package dev.skillladder.profile.scim;

import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of engineers in SCIM's words, without those that were removed at the identity provider. */
@Component
class UserRows {

    /** What filters and sorting know. */
    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("id", Column.exact("e.id::text")),
            Map.entry("externalid", Column.exact("e.identity")),
            Map.entry("username", Column.text("coalesce(e.user_name, e.email)")),
            Map.entry("displayname", Column.text("coalesce(e.display_name, e.name_en)")),
            Map.entry("name.formatted", Column.text("coalesce(e.display_name, e.name_en)")),
            Map.entry("name.givenname", Column.text("e.given_name")),
            Map.entry("name.familyname", Column.text("e.family_name")),
            Map.entry("emails", Column.text("e.email")),
            Map.entry("emails.value", Column.text("e.email")),
            Map.entry("emails.type", Column.text("'work'")),
            Map.entry("emails.primary", Column.flag("true")),
            Map.entry("active", Column.flag("(e.state = 'ACTIVE')")),
            Map.entry("meta.lastmodified", Column.instant("e.recorded_at")),
            Map.entry("employeenumber", Column.text("e.employee_number")),
            Map.entry("manager.value", Column.exact("line.manager::text")));

    private static final String COLUMNS_READ = """
            select e.id, e.revision, e.recorded_at, e.identity, e.employee_number, e.name_zh, e.name_en, e.email,
                   e.hire_date, e.state, coalesce(e.user_name, e.email) as user_name, e.display_name, e.given_name,
                   e.family_name, line.manager, coalesce(m.display_name, m.name_en) as manager_name
            """;

    private static final String PEOPLE = """
            from engineer e
            left join lateral (select manager
                                 from effective_reporting_line
                                where engineer = e.id and kind = 'SOLID' and days @> :today::date
                                limit 1) line on true
            left join engineer m on m.id = line.manager
            where e.scim_removed_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UserRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UserRow> find(UUID id) {
        return jdbc.sql(COLUMNS_READ + PEOPLE + "and e.id = :id")
                .param("today", today())
                .param("id", id)
                .query(UserRow::of)
                .optional();
    }

    /** Until the transaction ends nobody else changes the person. */
    Optional<UserRow> lock(UUID id) {
        jdbc.sql("select id from engineer where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** A page and how many there are in all. */
    Found list(@Nullable FilterNode filter, @Nullable String sortBy, boolean descending, long skip, int most) {
        FilterSql sql = new FilterSql(COLUMNS);
        String people = PEOPLE + " and " + sql.condition(filter);
        long total = jdbc.sql("select count(*) " + people)
                .param("today", today())
                .params(sql.parameters())
                .query(Long.class)
                .single();
        List<UserRow> page = most == 0 || skip >= total
                ? List.of()
                : jdbc.sql(COLUMNS_READ + people + " order by " + FilterSql.order(COLUMNS, sortBy, descending, "e.id")
                                + " offset :skip limit :most")
                        .param("today", today())
                        .params(sql.parameters())
                        .param("skip", skip)
                        .param("most", most)
                        .query(UserRow::of)
                        .list();
        return new Found(page, total);
    }

    record Found(List<UserRow> page, long total) {}

    /** Somebody who was removed and is meant again: by user name, external id or employee number. */
    Optional<UUID> removed(WantedUser wanted) {
        return jdbc.sql("""
                        select id
                          from engineer
                         where scim_removed_at is not null
                           and (lower(coalesce(user_name, email)) = lower(:userName) or identity = :identity
                                or employee_number = :number)
                         order by scim_removed_at desc, id
                         limit 1
                        """)
                .param("userName", wanted.userName())
                .param("identity", wanted.details().identity())
                .param("number", wanted.details().employeeNumber())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    boolean isTaken(UUID id, String userName) {
        return jdbc.sql("""
                        select exists (select 1
                                         from engineer
                                        where id <> :id and lower(coalesce(user_name, email)) = lower(:userName))
                        """)
                .param("id", id)
                .param("userName", userName)
                .query(Boolean.class)
                .single();
    }

    /** Keeps what the identity provider calls the person, and that the person is there. */
    void keep(UUID id, WantedUser wanted, Instant now) {
        jdbc.sql("""
                        update engineer
                           set user_name = :userName, display_name = :display, given_name = :given,
                               family_name = :family, scim_removed_at = null, revision = revision + 1, recorded_at = :now
                         where id = :id
                           and (user_name, display_name, given_name, family_name, scim_removed_at)
                               is distinct from (:userName, :display, :given, :family, null)
                        """)
                .param("id", id)
                .param("userName", wanted.userName())
                .param("display", wanted.displayName())
                .param("given", wanted.givenName())
                .param("family", wanted.familyName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update engineer set scim_removed_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** First day of the line to that manager which counts today. */
    Optional<LocalDate> since(UUID engineer, UUID manager) {
        return jdbc.sql("""
                        select max(from_day)
                          from current_reporting_line
                         where engineer = :engineer and manager = :manager and kind = 'SOLID'
                           and daterange(from_day, to_day, '[]') @> :today::date
                        """)
                .param("engineer", engineer)
                .param("manager", manager)
                .param("today", today())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
