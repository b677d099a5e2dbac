package dev.skillladder.assessment.explanation;

import dev.skillladder.contract.Text;

/** The word for a probability that a requirement is met; docs/levels.md section 3. */
enum Certainty {
    /** p ≥ .80. */
    CLEARLY_MET("明确达到", "clearly met"),
    /** .65 ≤ p &lt; .80. */
    LIKELY_MET("可能达到", "likely met"),
    /** .35 &lt; p &lt; .65. */
    BORDERLINE("处于边界", "borderline"),
    /** .20 &lt; p ≤ .35. */
    LIKELY_NOT_MET("可能未达到", "likely not met"),
    /** p ≤ .20. */
    CLEARLY_NOT_MET("明确未达到", "clearly not met");

    private final String zh;
    private final String en;

    Certainty(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    static Certainty of(double p) {
        if (p >= .80) {
            return CLEARLY_MET;
        }
        if (p >= .65) {
            return LIKELY_MET;
        }
        if (p > .35) {
            return BORDERLINE;
        }
        return p > .20 ? LIKELY_NOT_MET : CLEARLY_NOT_MET;
    }

    Text text() {
        return new Text(zh, en);
    }
}
