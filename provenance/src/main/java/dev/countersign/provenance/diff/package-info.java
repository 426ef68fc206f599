/**
 * What changed between two states of a dataset. Read {@link
 * dev.countersign.provenance.diff.ManifestDiff} first.
 */
@NullMarked
package dev.countersign.provenance.diff;

import org.jspecify.annotations.NullMarked;
