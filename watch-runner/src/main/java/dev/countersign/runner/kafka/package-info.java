/**
 * What the source and the sink of Kafka share: begin with {@link
 * dev.countersign.runner.kafka.KafkaAddress}. Nothing here loads Kafka's own classes.
 */
@NullMarked
package dev.countersign.runner.kafka;

import org.jspecify.annotations.NullMarked;
