package dev.skillladder.assessment.blindness;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of what was said about a person the person may see; tells whether something new is to be kept from them. */
@Component
public class HeardPeers {

    private final FewPeers fewPeers;
    private final JdbcClient jdbc;

    HeardPeers(FewPeers fewPeers, JdbcClient jdbc) {
        this.fewPeers = fewPeers;
        this.jdbc = jdbc;
    }

    /**
     * Observations about a person, in the person's own eyes.
     *
     * @param seen how many the person sees
     * @param hidden how many there are beside them
     */
    public record Heard(long seen, long hidden) {

        /** Since then nothing came but what is hidden. */
        public boolean addsOnlyHidden(Heard before) {
            return hidden > before.hidden && seen == before.seen;
        }
    }

    public Heard by(UUID person) {
        Sight sight = new Sight(fewPeers.about(Set.of(person)));
        return jdbc.sql("""
                        select count(*) filter (where not said.hidden) as seen, count(*) filter (where said.hidden) as hidden
                        from (
                            select exists (
                                       select from unnest(:kinds::text[], :froms::timestamptz[], :untils::timestamptz[])
                                           as part (kind, since, until)
                                       where part.kind = observation.kind and observation.recorded_at >= part.since
                                         and observation.recorded_at < part.until) as hidden
                            from observation where observation.engineer = :person
                        ) as said
                        """)
                .param("kinds", sight.kinds())
                .param("froms", sight.froms())
                .param("untils", sight.untils())
                .param("person", person)
                .query((row, _) -> new Heard(row.getLong("seen"), row.getLong("hidden")))
                .single();
    }
}
