/**
 * Learns from a log what is usual, and from which value on something is unusual: begin with {@link
 * dev.countersign.runner.calibrate.Calibrator}.
 */
@NullMarked
package dev.countersign.runner.calibrate;

import org.jspecify.annotations.NullMarked;
