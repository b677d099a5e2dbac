package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Voice.Fate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final LocalDate SPRING = LocalDate.parse("2026-03-01");
    private static final LocalDate SUMMER = LocalDate.parse("2026-07-01");

    private final Observation inSpring = Example.of(Kind.MANAGER, "ann", 2, SPRING);
    private final Observation inSummer = Example.of(Kind.MANAGER, "ann", 4, SUMMER);

    @Test
    void newestDayOfASourceSpeaks() {
        assertThat(speaking(inSummer, inSpring)).containsExactly(inSummer);
    }

    @Test
    void laterRevisionOfADayWins() {
        var corrected = Example.revised(inSummer, 2, 3, false);
        assertThat(speaking(corrected, inSummer)).containsExactly(corrected);
    }

    @Test
    void eventIdBreaksTiesAsLowerCaseText() {
        var upper = withEventId(inSummer, "F0", 3);
        var lower = withEventId(inSummer, "a0", 5);
        assertThat(speaking(upper, lower)).containsExactly(upper);
    }

    @Test
    void retractingBringsBackThePreviousOpinion() {
        var retracted = Example.revised(inSummer, 2, 4, true);
        assertThat(speaking(inSpring, inSummer, retracted)).containsExactly(inSpring);
        assertThat(fates(inSpring, inSummer, retracted)).containsEntry(retracted, Fate.RETRACTED);
    }

    @Test
    void managerReviewEndsTheSamePersonsEarlierPeerVoice() {
        var asPeer = Example.of(Kind.PEER, "ann", 5, SPRING);
        assertThat(speaking(asPeer, inSummer)).containsExactly(inSummer);
        assertThat(fates(asPeer, inSummer)).containsEntry(asPeer, Fate.ENDED);
    }

    @Test
    void peerVoiceGivenLaterThanTheManagersStays() {
        var asPeer = Example.of(Kind.PEER, "ann", 5, SUMMER);
        assertThat(speaking(asPeer, inSpring)).containsExactly(inSpring, asPeer);
    }

    @Test
    void retractedManagerReviewEndsNothing() {
        var asPeer = Example.of(Kind.PEER, "ann", 5, SPRING);
        var retracted = Example.revised(inSummer, 2, 4, true);
        assertThat(speaking(asPeer, inSummer, retracted)).containsExactly(asPeer);
    }

    @Test
    void daysAfterAsOfAreDroppedBeforeMerging() {
        assertThat(Merge.of(List.of(inSpring, inSummer), SUMMER.minusDays(1), null)
                        .speaking())
                .containsExactly(inSpring);
        assertThat(Merge.of(List.of(inSpring, inSummer), SUMMER, null).speaking())
                .containsExactly(inSummer);
    }

    @Test
    void whatWasRecordedAfterKnownAtIsDropped() {
        var corrected = Example.revised(inSummer, 2, 3, false);
        var knownAt = inSummer.recordedAt();
        assertThat(Merge.of(List.of(inSpring, inSummer, corrected), Example.DAY, knownAt)
                        .speaking())
                .containsExactly(inSummer);
    }

    @Test
    void evidenceCountsThroughItsLastDay() {
        var certificate = Example.validUntil(Example.of(Kind.EVIDENCE, "cert", 4, SPRING), SUMMER);
        assertThat(Merge.of(List.of(certificate), SUMMER, null).speaking()).containsExactly(certificate);
        assertThat(Merge.of(List.of(certificate), SUMMER.plusDays(1), null).speaking())
                .isEmpty();
    }

    @Test
    void correctionThatShortensEvidenceDoesNotReviveTheUncorrectedStatement() {
        var endless = Example.of(Kind.EVIDENCE, "cert", 4, SPRING);
        var shortened = Example.validUntil(Example.revised(endless, 2, 4, false), SUMMER);
        assertThat(speaking(endless, shortened)).isEmpty();
    }

    @Test
    void lastDayMeansNothingForPeople() {
        assertThat(speaking(Example.validUntil(inSpring, SPRING))).hasSize(1);
    }

    @Test
    void valueAndQualityMustBeNumbersInRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Example.of(Kind.SELF, "me", Double.NaN, SPRING))
                .withMessageContaining("value");
    }

    private static List<Observation> speaking(Observation... observations) {
        return Merge.of(List.of(observations), Example.DAY, null).speaking();
    }

    private static Map<Observation, Fate> fates(Observation... observations) {
        return Estimator.voices(Example.rules(), "java", List.of(observations), Example.DAY, null).stream()
                .collect(Collectors.toMap(Voice::observation, Voice::fate));
    }

    private static Observation withEventId(Observation observation, String eventId, double value) {
        return new Observation(
                observation.kind(),
                observation.source(),
                value,
                observation.observedOn(),
                observation.recordedAt(),
                observation.quality(),
                observation.revision(),
                eventId,
                false,
                null);
    }
}
