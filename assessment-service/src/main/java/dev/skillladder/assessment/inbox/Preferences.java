package dev.skillladder.assessment.inbox;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code inbox_preference}. */
@Component
class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Preference of(UUID engineer) {
        return jdbc.sql("select language, mail from inbox_preference where engineer = :engineer")
                .param("engineer", engineer)
                .query((row, _) ->
                        new Preference(Preference.Language.valueOf(row.getString("language")), row.getBoolean("mail")))
                .optional()
                .orElse(Preference.USUAL);
    }

    void set(UUID engineer, Preference.Language language, boolean mail) {
        jdbc.sql("""
                        insert into inbox_preference (engineer, language, mail) values (:engineer, :language, :mail)
                        on conflict (engineer) do update set language = excluded.language, mail = excluded.mail
                        """)
                .param("engineer", engineer)
                .param("language", language.name())
                .param("mail", mail)
                .update();
    }
}
