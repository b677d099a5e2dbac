package dev.skillladder.assessment.review;

import dev.skillladder.contract.assessment.ObservationsRecorded;

/** A rating as the log gets it, with the version it was made under. */
record Said(String skill, double value, double quality, int frameworkVersion, boolean retracted) {

    ObservationsRecorded.Rating rating() {
        return new ObservationsRecorded.Rating(skill, value, quality, null, retracted);
    }
}
