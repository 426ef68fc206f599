/**
 * Finds clients that map the model instead of using it: begin with {@link
 * dev.countersign.watch.extraction.Extraction}.
 */
@NullMarked
package dev.countersign.watch.extraction;

import org.jspecify.annotations.NullMarked;
