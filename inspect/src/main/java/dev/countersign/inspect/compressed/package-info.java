/** Files that are compressed as a whole. {@link CompressedFormat} expands them, in bounds. */
@NullMarked
package dev.countersign.inspect.compressed;

import org.jspecify.annotations.NullMarked;
