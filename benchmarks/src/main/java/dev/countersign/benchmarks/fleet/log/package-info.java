/** Lines of the inference log. */
@NullMarked
package dev.countersign.benchmarks.fleet.log;

import org.jspecify.annotations.NullMarked;
