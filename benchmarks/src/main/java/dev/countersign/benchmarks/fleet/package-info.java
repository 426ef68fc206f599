/**
 * Logs of simulated clients and of real attacks on small real models, by which detectors can be
 * judged. Read {@link dev.countersign.benchmarks.fleet.WatchLogs} first.
 */
@NullMarked
package dev.countersign.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
