/** What Countersign measures about itself: recall on known cases, noise, speed and memory. */
@NullMarked
package dev.countersign.benchmarks;

import org.jspecify.annotations.NullMarked;
