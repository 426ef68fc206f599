/**
 * Checkpoints of Orbax, and arrays of Zarr in them: where they say that data lies, and how it is
 * packed.
 */
@NullMarked
package dev.countersign.inspect.orbax;

import org.jspecify.annotations.NullMarked;
