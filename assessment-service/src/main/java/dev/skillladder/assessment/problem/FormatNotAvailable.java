package dev.skillladder.assessment.problem;

import org.springframework.http.HttpStatus;

/** An answer was asked for in a format or language that there is not. */
public class FormatNotAvailable extends Failure {

    public FormatNotAvailable(String parameter, String asked, String available) {
        super(
                HttpStatus.BAD_REQUEST,
                "format-not-available",
                "The query parameter '%s' cannot be '%s'; available: %s.".formatted(parameter, asked, available));
    }
}
