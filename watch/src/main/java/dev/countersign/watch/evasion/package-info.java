/** Searches for a decision boundary: begin with {@link dev.countersign.watch.evasion.Evasion}. */
@NullMarked
package dev.countersign.watch.evasion;

import org.jspecify.annotations.NullMarked;
