/** Attacks from their papers, against what the interface of a model answers. */
@NullMarked
package dev.countersign.benchmarks.fleet.attack;

import org.jspecify.annotations.NullMarked;
