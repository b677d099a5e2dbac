package dev.skillladder.assessment.transfer;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.CountStatements;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of candidates reads people in batches of hundreds, not one by one. */
class CandidatesTest extends AssessmentTest {

    @Autowired
    private FindCandidates candidates;

    @Test
    void needsAsManyStatementsForManyPeopleAsForTwo() {
        String framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            UUID person = others.engineer(null, role(framework, BACKEND));
            others.observe(person, 1, observed(person, Kind.MANAGER, "m", framework, TODAY, NOW, "kafka 4"));
            people.add(person);
        }
        find(framework, people.subList(0, 1)); // the rules are compiled once

        var few = find(framework, people.subList(0, 2));
        var many = find(framework, people);

        assertThat(few.answer()).isEqualTo(2);
        assertThat(many.answer()).isEqualTo(30);
        assertThat(many.statements()).isEqualTo(few.statements()).isPositive();
    }

    private CountStatements.Counted<Integer> find(String framework, List<UUID> among) {
        return CountStatements.during(() -> candidates
                .find(framework, STREAMING, null, among, null, 50, TODAY)
                .items()
                .size());
    }
}
