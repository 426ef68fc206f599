/** Datasets: what is in them, where it comes from, and whether that still holds. */
@NullMarked
package dev.countersign.provenance;

import org.jspecify.annotations.NullMarked;
