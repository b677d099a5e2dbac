/** PostgreSQL and Kafka for tests, started once per JVM. */
@NullMarked
package dev.skillladder.testsupport;

import org.jspecify.annotations.NullMarked;
