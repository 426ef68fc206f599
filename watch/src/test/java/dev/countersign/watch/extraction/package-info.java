/** Who maps a model is seen, and who uses it is not. */
@NullMarked
package dev.countersign.watch.extraction;

import org.jspecify.annotations.NullMarked;
