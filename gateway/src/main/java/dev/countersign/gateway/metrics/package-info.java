/** What the gateway counts, in the text format of Prometheus. */
@NullMarked
package dev.countersign.gateway.metrics;

import org.jspecify.annotations.NullMarked;
