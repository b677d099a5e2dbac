/** Who may pass: bearer tokens by themselves, everybody else through the filters for sessions; security headers. */
@NullMarked
package dev.skillladder.gateway.access;

import org.jspecify.annotations.NullMarked;
