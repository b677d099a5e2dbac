package dev.skillladder.catalog.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One wrong place of the input.
 *
 * @param pointer RFC 6901 pointer into the body, or into the document where a document is checked
 * @param detail what is wrong with it
 * @param code stable name of the fault, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String pointer, String detail, @Nullable String code) {}
