package dev.skillladder.assessment.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices that are still to go out as mail. */
@Component
class WaitingMail {

    /** Older ones are of no use as mail, for example after the server was away for days. */
    private static final Duration OLDEST = Duration.ofDays(2);

    private static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final Notices notices;

    WaitingMail(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** A notice and how its recipient wants it. */
    record Letter(String address, Preference.Language language, Notice notice) {}

    /** Ends what nobody is to get: read already, no address, does not want mail, too old, refused too often. */
    void dismiss(Instant now) {
        jdbc.sql("""
                        update notice
                        set mail = case when mail_attempts >= :mostAttempts or told_at < :oldest::timestamptz
                                        then 'GIVEN_UP' else 'NONE' end
                        where mail = 'WAITING' and mail_due <= :now::timestamptz
                          and (mail_attempts >= :mostAttempts or told_at < :oldest::timestamptz or read_at is not null
                               or exists (select from inbox_preference wish
                                          where wish.engineer = notice.recipient and not wish.mail)
                               or not exists (select from known_engineer person
                                              where person.engineer = notice.recipient and person.state = 'ACTIVE'
                                                and person.email is not null))
                        """)
                .param("mostAttempts", MOST_ATTEMPTS)
                .param("oldest", now.minus(OLDEST).toString())
                .param("now", now.toString())
                .update();
    }

    /**
     * Takes the next ones for this instance alone. Before it is tried each is made due again for later: 1 minute after the
     * first attempt, then twice as long each time; so nothing is lost if this instance ends in between.
     */
    List<Letter> take(int most, Instant now) {
        return jdbc.sql("""
                        with due as (
                            select id from notice where mail = 'WAITING' and mail_due <= :now::timestamptz
                            order by mail_due, id limit :most for update skip locked
                        ), taken as (
                            update notice
                            set mail_attempts = mail_attempts + 1,
                                mail_due = :now::timestamptz + interval '1 minute' * (1 << mail_attempts)
                            from due where notice.id = due.id
                            returning notice.id, notice.recipient, notice.kind, notice.about, notice.target,
                                      notice.target_id, notice.parameters, notice.told_at, notice.read_at
                        )
                        select taken.id, taken.kind, taken.about, taken.target, taken.target_id, taken.parameters,
                               taken.told_at, taken.read_at, person.name_zh, person.name_en, recipient.email,
                               coalesce(wish.language, 'BOTH') as language
                        from taken
                        join known_engineer recipient on recipient.engineer = taken.recipient
                        left join known_engineer person on person.engineer = taken.about
                        left join inbox_preference wish on wish.engineer = taken.recipient
                        where recipient.email is not null
                        order by taken.told_at, taken.id
                        """)
                .param("most", most)
                .param("now", now.toString())
                .query((row, _) -> new Letter(
                        row.getString("email"),
                        Preference.Language.valueOf(row.getString("language")),
                        notices.notice(row)))
                .list();
    }

    void sent(UUID notice) {
        jdbc.sql("update notice set mail = 'SENT' where id = :id")
                .param("id", notice)
                .update();
    }
}
