/**
 * Hosts the detectors of {@code watch} in a Flink job: begin with {@link
 * dev.countersign.flink.WatchJob}.
 */
@NullMarked
package dev.countersign.flink;

import org.jspecify.annotations.NullMarked;
