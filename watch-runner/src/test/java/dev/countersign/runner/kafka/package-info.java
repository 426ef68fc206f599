/** Tests of what is set for Kafka, and a broker for tests. */
@NullMarked
package dev.countersign.runner.kafka;

import org.jspecify.annotations.NullMarked;
