package dev.skillladder.assessment.calibration;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its lead, its participants and HR see it. Of people whom the reader still has to review it shows only that
 * they are cases.
 */
record CalibrationView(
        Calibration session, List<CaseView> cases, List<SkillAgreement> agreement, List<Change.Shown> changes) {

    /**
     * What is said about a case.
     *
     * @param hidden the reader still has to review the person, and sees no voice, agreement or change about them
     * @param peers mean of the peers, null below three
     */
    record CaseView(
            UUID engineer,
            @Nullable Text name,
            String skill,
            boolean hidden,
            List<ManagerVoice> managers,
            @Nullable Double peers,
            int peerCount) {}

    /** A manager's last word. */
    record ManagerVoice(UUID rater, @Nullable Text name, double value) {}

    /**
     * Ordinal Krippendorff's alpha of one skill over the session's people. Peers are in it where three or more spoke.
     *
     * @param alpha null where too few spoke, or all say the same
     * @param before the same before this session's changes
     * @param people whom at least two rated: n
     */
    record SkillAgreement(
            String skill, @Nullable Double alpha, @Nullable Double before, int people, int ratings) {}
}
