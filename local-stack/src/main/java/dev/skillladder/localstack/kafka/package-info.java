/** The Kafka broker's process; everything that touches Kafka's internal classes is in this package. */
@NullMarked
package dev.skillladder.localstack.kafka;

import org.jspecify.annotations.NullMarked;
