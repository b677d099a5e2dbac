package dev.skillladder.catalog.validation;

import dev.skillladder.contract.Text;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer RFC 6901 pointer into the document
 * @param code stable name, for example {@code unknown-skill}
 * @param severity only {@code ERROR} prevents publishing
 */
public record Finding(String pointer, Code code, Severity severity, Text message) {

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
