/** What holds for every request before its endpoint: an id for the logs, a limit on the body, strict JSON. */
@NullMarked
package dev.skillladder.catalog.request;

import org.jspecify.annotations.NullMarked;
