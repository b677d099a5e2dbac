package dev.skillladder.assessment.inbox;

import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code notice}. */
@Component
class Notices {

    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    /** For people whose names are not known, or not any more. */
    private static final Text SOMEBODY = new Text("某人", "somebody");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Notices(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Collection<NewNotice> told, boolean mail, Instant now) {
        jdbc.sql("""
                        insert into notice (id, recipient, kind, about, target, target_id, parameters, key, told_at, mail,
                                            mail_attempts, mail_due)
                        select gen_random_uuid(), recipient, kind, about, target, target_id, parameters, key,
                               :now::timestamptz, :mail, 0, :now::timestamptz
                        from unnest(:recipients::uuid[], :kinds::text[], :about::uuid[], :targets::text[],
                                    :targetIds::text[], :parameters::text[], :keys::text[])
                            as told (recipient, kind, about, target, target_id, parameters, key)
                        order by recipient, key
                        on conflict (recipient, key) do nothing
                        """)
                .param("now", now.toString())
                .param("mail", (mail ? MailState.WAITING : MailState.NONE).name())
                .param("recipients", texts(told, NewNotice::recipient))
                .param("kinds", texts(told, NewNotice::kind))
                .param("about", texts(told, NewNotice::about))
                .param("targets", texts(told, notice -> notice.target().what()))
                .param("targetIds", texts(told, notice -> notice.target().id()))
                .param("parameters", texts(told, notice -> json.writeValueAsString(notice.parameters())))
                .param("keys", texts(told, NewNotice::key))
                .update();
    }

    /** Newest first. */
    List<Notice> page(UUID recipient, boolean unreadOnly, Cursor after, int most) {
        return jdbc.sql("""
                        select notice.id, notice.kind, notice.about, notice.target, notice.target_id, notice.parameters,
                               notice.told_at, notice.read_at, person.name_zh, person.name_en
                        from notice left join known_engineer person on person.engineer = notice.about
                        where notice.recipient = :recipient and (notice.told_at, notice.id) < (:at::timestamptz, :id)
                          and (notice.read_at is null or not :unreadOnly)
                        order by notice.told_at desc, notice.id desc
                        limit :most
                        """)
                .param("recipient", recipient)
                .param("unreadOnly", unreadOnly)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> notice(row))
                .list();
    }

    int unread(UUID recipient) {
        return jdbc.sql("select count(*) from notice where recipient = :recipient and read_at is null")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    /** Whether the recipient has such a notice; one that was read stays read since then. */
    boolean read(UUID recipient, UUID id, Instant now) {
        return jdbc.sql("""
                        update notice set read_at = coalesce(read_at, :now::timestamptz)
                        where recipient = :recipient and id = :id
                        """)
                        .param("recipient", recipient)
                        .param("id", id)
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    void readAll(UUID recipient, Instant until, Instant now) {
        jdbc.sql("""
                        update notice set read_at = :now::timestamptz
                        where recipient = :recipient and read_at is null and told_at <= :until::timestamptz
                        """)
                .param("recipient", recipient)
                .param("until", until.toString())
                .param("now", now.toString())
                .update();
    }

    Notice notice(ResultSet row) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        Map<String, String> parameters = json.readValue(row.getString("parameters"), PARAMETERS);
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                kind,
                row.getObject("about", UUID.class),
                new Target(NewNotice.Thing.valueOf(row.getString("target")), row.getString("target_id")),
                parameters,
                kind.say(name(row.getString("name_zh"), row.getString("name_en")), parameters),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static Text name(@Nullable String zh, @Nullable String en) {
        return zh == null || en == null ? SOMEBODY : new Text(zh, en);
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
