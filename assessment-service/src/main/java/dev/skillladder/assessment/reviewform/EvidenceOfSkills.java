package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.reviewform.Form.Item;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's evidence, by skill. */
@Component
class EvidenceOfSkills {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    EvidenceOfSkills(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Map<String, List<Item>> of(UUID subject, String framework) {
        Map<String, List<Item>> items = new HashMap<>();
        SubjectKey key = keys.toOpen(subject);
        jdbc.sql("""
                        select rating.skill, evidence.id, evidence.kind, evidence.title, evidence.link, rating.value,
                               evidence.observed_on, evidence.valid_until, evidence.state
                        from evidence join evidence_rating rating on rating.evidence = evidence.id
                        where evidence.subject = :subject and evidence.framework = :framework
                          and evidence.state <> 'WITHDRAWN'
                        order by evidence.observed_on desc, evidence.id
                        """).param("subject", subject).param("framework", framework).query(row -> {
            items.computeIfAbsent(row.getString("skill"), _ -> new ArrayList<>())
                    .add(new Item(
                            row.getObject("id", UUID.class),
                            ActionKind.valueOf(row.getString("kind")),
                            key.open(row.getString("title")),
                            key.openIfAny(row.getString("link")),
                            row.getDouble("value"),
                            row.getObject("observed_on", LocalDate.class),
                            row.getObject("valid_until", LocalDate.class),
                            row.getString("state").equals("VERIFIED")));
        });
        return items;
    }
}
