/** How much time the gateway adds. */
@NullMarked
package dev.countersign.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
