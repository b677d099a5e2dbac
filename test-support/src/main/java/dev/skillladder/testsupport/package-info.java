/** PostgreSQL, Kafka and a token issuer for tests, each started once per JVM, and a clock that tests move. */
@NullMarked
package dev.skillladder.testsupport;

import org.jspecify.annotations.NullMarked;
