/** Public data sets as rows of numbers between 0 and 1, split by who may see them. */
@NullMarked
package dev.countersign.benchmarks.fleet.data;

import org.jspecify.annotations.NullMarked;
