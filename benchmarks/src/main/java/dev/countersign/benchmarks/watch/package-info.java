/**
 * Measures detectors on logs of fleets and attacks; begin with {@link
 * dev.countersign.benchmarks.watch.WatchDetect}.
 */
@NullMarked
package dev.countersign.benchmarks.watch;

import org.jspecify.annotations.NullMarked;
