package dev.skillladder.assessment.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.CountStatements;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The job that runs every 15 seconds is set-based. */
class FillCycleTest extends AssessmentTest {

    @Autowired
    private FillCycle fill;

    @Autowired
    private Cycles cycles;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void needsAsManyStatementsForManyPeopleAsForTwo() {
        int few = statementsToFill(2);
        int many = statementsToFill(60);

        assertThat(many).isEqualTo(few).isPositive();
    }

    private int statementsToFill(int size) {
        Person manager = Person.named("manager");
        facts.known(Statements.about(manager));
        List<Person> people = IntStream.range(0, size)
                .mapToObj(number -> Person.named("person-" + number))
                .toList();
        facts.known(people.stream()
                .map(person -> Statements.about(person).below(manager).backend())
                .toArray(Statements[]::new));
        String planned = api.post(hr(), "/api/assessments/cycles", """
                        {"name": {"zh": "冬季", "en": "Winter"}, "framework": "example", "from": "2026-11-05",
                         "to": "2026-11-30", "people": [%s]}
                        """.formatted(
                                people.stream().map("\"%s\""::formatted).collect(Collectors.joining(","))))
                .at("/id");
        UUID id = UUID.fromString(planned);
        jdbc.sql("update cycle set state = 'OPEN', from_day = :today where id = :id")
                .param("today", TODAY)
                .param("id", id)
                .update();
        Cycle cycle = cycles.one(id);

        int statements = CountStatements.during(() -> transaction.executeWithoutResult(_ -> fill.fill(cycle, NOW)));

        assertThat(cycles.one(id).participants()).isEqualTo(size);
        assertThat(jdbc.sql("select count(*) from review_request where cycle = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .as("one self-review and one manager's review each")
                .isEqualTo(2 * size);
        return statements;
    }
}
