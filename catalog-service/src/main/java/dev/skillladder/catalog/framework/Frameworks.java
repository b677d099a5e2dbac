package dev.skillladder.catalog.framework;

import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.Text;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The row of each framework: locked before anything of the framework changes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Frameworks {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    private final JdbcClient jdbc;

    Frameworks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Creates the framework if it is new, and locks it. */
    public void createAndLock(String framework, Instant now, String person) {
        if (!SLUG.matcher(framework).matches()) {
            throw Refusal.badRequest(
                    "bad-framework-id", "'" + framework + "' is not a framework id: 1 to 64 of a-z, 0-9 and -.");
        }
        jdbc.sql("""
                insert into frameworks (id, created_at, created_by) values (:id, :now, :person)
                on conflict (id) do nothing
                """)
                .param("id", framework)
                .param("now", Timestamp.from(now))
                .param("person", person)
                .update();
        lock(framework);
    }

    /** Locks the framework until the transaction ends. */
    public void lock(String framework) {
        boolean there = jdbc.sql("select id from frameworks where id = :id for update")
                .param("id", framework)
                .query(String.class)
                .optional()
                .isPresent();
        if (!there) {
            throw notFound(framework);
        }
    }

    /** Refuses what a retired framework no longer takes; the caller has locked it. */
    public void requireActive(String framework) {
        boolean retired = jdbc.sql("select retired_at is not null from frameworks where id = :id")
                .param("id", framework)
                .query(Boolean.class)
                .single();
        if (retired) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "framework-retired",
                    "Framework '%s' is retired: it takes no drafts and versions. Reactivate it first."
                            .formatted(framework));
        }
    }

    /** Retires the locked framework; false if it is retired already. */
    public boolean retire(String framework, Instant at) {
        return jdbc.sql("update frameworks set retired_at = :at where id = :id and retired_at is null")
                        .param("id", framework)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes a locked framework back into use; false if it is in use. */
    public boolean reactivate(String framework) {
        return jdbc.sql("update frameworks set retired_at = null where id = :id and retired_at is not null")
                        .param("id", framework)
                        .update()
                == 1;
    }

    /** Refuses a framework that nobody has begun. */
    @Transactional(readOnly = true)
    public void requireKnown(String framework) {
        boolean there = jdbc.sql("select id from frameworks where id = :id")
                .param("id", framework)
                .query(String.class)
                .optional()
                .isPresent();
        if (!there) {
            throw notFound(framework);
        }
    }

    /** As long as nothing is published, the framework is called as its draft changed last. */
    public void nameAfterDraft(String framework, @Nullable Text name) {
        jdbc.sql("""
                update frameworks set name_zh = :zh, name_en = :en
                where id = :id and latest_version is null
                """)
                .param("id", framework)
                .param("zh", name == null ? null : name.zh())
                .param("en", name == null ? null : name.en())
                .update();
    }

    /** A version is the newest now. */
    public void published(String framework, int version, Text name, Instant at) {
        int rows = jdbc.sql("""
                update frameworks set name_zh = :zh, name_en = :en, latest_version = :version, published_at = :at
                where id = :id
                """)
                .param("id", framework)
                .param("zh", name.zh())
                .param("en", name.en())
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("framework " + framework + " vanished while it was locked");
        }
    }

    static Refusal notFound(String framework) {
        return Refusal.notFound("framework-not-found", "There is no framework '" + framework + "'.");
    }
}
