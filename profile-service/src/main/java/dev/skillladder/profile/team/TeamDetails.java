package dev.skillladder.profile.team;

import dev.skillladder.contract.Text;
import dev.skillladder.profile.body.BodyFormat;
import dev.skillladder.profile.body.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What HR enters about a team.
 *
 * @param parent the team above, null for the organisation itself
 * @param lead the engineer who leads it, null while vacant
 */
public record TeamDetails(
        Text name,
        @Nullable UUID parent,
        @Nullable UUID lead,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        boolean closed) {

    public static TeamDetails read(Fields fields) {
        return new TeamDetails(
                fields.name("name", 200),
                fields.optionalId("parent"),
                fields.optionalId("lead"),
                fields.flag("closed"));
    }

    /** Tells how it is read. */
    @Configuration(proxyBeanMethods = false)
    static class Format {

        @Bean
        BodyFormat<TeamDetails> teamDetails() {
            return new BodyFormat<>(TeamDetails.class, TeamDetails::read);
        }
    }
}
