/** Who may call what: token checks, roles, and the person behind a request. */
@NullMarked
package dev.skillladder.catalog.access;

import org.jspecify.annotations.NullMarked;
