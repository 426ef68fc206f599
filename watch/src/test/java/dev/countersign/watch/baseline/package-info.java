/** Baselines are read as they were written, and only where somebody vouches for them. */
@NullMarked
package dev.countersign.watch.baseline;

import org.jspecify.annotations.NullMarked;
