/** Benign clients: what they ask, how much and when. */
@NullMarked
package dev.countersign.benchmarks.fleet.client;

import org.jspecify.annotations.NullMarked;
