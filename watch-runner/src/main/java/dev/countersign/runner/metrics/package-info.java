/**
 * What a run counts, for Prometheus: begin with {@link dev.countersign.runner.metrics.MetricsPort}.
 */
@NullMarked
package dev.countersign.runner.metrics;

import org.jspecify.annotations.NullMarked;
