package dev.skillladder.assessment.mapping;

import dev.skillladder.assessment.mapping.MappingChain.Step;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mappings of the known framework versions. Versions arrive in order and never change, so chains are kept in memory. */
@Component
public class SkillMappings {

    private static final TypeReference<List<SkillMapping>> MAPPINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Version, MappingChain> chains = new ConcurrentHashMap<>();

    SkillMappings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What all versions up to this one, which is known, map. */
    public MappingChain upTo(String framework, int version) {
        Version key = new Version(framework, version);
        MappingChain cached = chains.get(key);
        if (cached != null) {
            return cached;
        }
        // only the mappings: documents are large, and old ones are seldom needed
        MappingChain chain = new MappingChain(jdbc.sql("""
                        select version, mappings::text as mappings
                        from (
                            select version, document::jsonb -> 'mappings' as mappings
                            from known_framework where framework = :framework and version <= :version
                        ) as mapped
                        where jsonb_typeof(mappings) = 'array' and mappings <> '[]'
                        order by version
                        """)
                .param("framework", framework)
                .param("version", version)
                .query((row, _) -> new Step(row.getInt("version"), json.readValue(row.getString("mappings"), MAPPINGS)))
                .list());
        chains.put(key, chain);
        return chain;
    }

    private record Version(String framework, int version) {}
}
