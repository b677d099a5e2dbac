package dev.skillladder.catalog.validation;

/** Whether a finding prevents publishing. */
enum Severity {
    /** The document cannot be published. */
    ERROR,
    /** It can, but somebody should look. */
    WARNING
}
