/** How fast logs are watched: begin with {@link dev.countersign.benchmarks.speed.WatchSpeed}. */
@NullMarked
package dev.countersign.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
