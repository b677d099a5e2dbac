/** Who may pass: bearer tokens, security headers. */
@NullMarked
package dev.skillladder.gateway.access;

import org.jspecify.annotations.NullMarked;
