package dev.skillladder.assessment.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.impact.ImpactAnswer.Counts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewPeopleTest {

    private static final Counts TEN = new Counts(1, 2, 3, 4);
    private static final Counts SEVEN = new Counts(0, 0, 0, 7);
    private static final Counts FOUR = new Counts(1, 1, 1, 1);
    private static final Counts THREE = new Counts(0, 3, 0, 0);

    @Test
    void showsGroupsOfFiveAndMore() {
        assertThat(FewPeople.hidden(List.of(TEN, new Counts(5, 0, 0, 0)))).doesNotContainNull();
    }

    @Test
    void leavesSmallGroupsOut() {
        assertThat(FewPeople.hidden(List.of(FOUR, TEN, THREE))).containsExactly(null, TEN, null);
    }

    @Test
    void leavesOneMoreOutWhereASubtractionWouldTell() {
        assertThat(FewPeople.hidden(List.of(TEN, FOUR, SEVEN))).containsExactly(TEN, null, null);
    }
}
