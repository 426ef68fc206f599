/** The tool gate on recorded runs of agents, with and without attacks. */
@NullMarked
package dev.countersign.benchmarks.guard.tool;

import org.jspecify.annotations.NullMarked;
