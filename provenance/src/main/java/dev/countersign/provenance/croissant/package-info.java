/**
 * Croissant, the metadata of datasets by MLCommons. Read {@link
 * dev.countersign.provenance.croissant.Croissant} first.
 */
@NullMarked
package dev.countersign.provenance.croissant;

import org.jspecify.annotations.NullMarked;
