/**
 * Measures the input gate. Read {@link dev.countersign.benchmarks.input.InputGateBenchmark} first.
 */
@NullMarked
package dev.countersign.benchmarks.input;

import org.jspecify.annotations.NullMarked;
