package dev.skillladder.profile.access;

import dev.skillladder.profile.problem.NotAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a caller may see: docs/access.md. What needs a role only is decided in {@link Security}. */
@Component
public class Access {

    private final JdbcClient jdbc;
    private final Clock clock;

    Access(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets the person, anyone above today and HR go on. */
    public void requireRead(Caller caller, UUID engineer) {
        if (!caller.is(engineer) && !caller.seesAll() && !isAbove(caller, engineer)) {
            throw new NotAllowed("A profile can be read by the person, by managers above and by HR.");
        }
    }

    /** Up the solid lines from the engineer, and one step along a dotted one. */
    private boolean isAbove(Caller caller, UUID engineer) {
        UUID manager = caller.engineer();
        if (manager == null) {
            return false;
        }
        return jdbc.sql("""
                        with recursive above (manager) as (
                            select l.manager
                              from effective_reporting_line l
                             where l.engineer = :engineer and l.kind = 'SOLID' and l.days @> :today::date
                             union
                            select l.manager
                              from above a
                              join effective_reporting_line l on l.engineer = a.manager
                             where l.kind = 'SOLID' and l.days @> :today::date)
                        select exists (select 1 from above where manager = :manager)
                            or exists (select 1
                                         from effective_reporting_line
                                        where engineer = :engineer and manager = :manager
                                          and kind = 'DOTTED' and days @> :today::date)
                        """)
                .params(Map.of("engineer", engineer, "manager", manager, "today", today()))
                .query(Boolean.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
