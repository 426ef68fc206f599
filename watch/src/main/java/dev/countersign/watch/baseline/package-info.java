/**
 * What is usual, learnt from a calibration log: begin with {@link
 * dev.countersign.watch.baseline.Baseline}.
 */
@NullMarked
package dev.countersign.watch.baseline;

import org.jspecify.annotations.NullMarked;
