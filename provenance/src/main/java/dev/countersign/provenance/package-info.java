/**
 * Datasets: what is in them, where it comes from, and whether that still holds. Read {@link
 * dev.countersign.provenance.Manifest} first, then {@link
 * dev.countersign.provenance.DatasetStatement} and {@link dev.countersign.provenance.TreeDigest}.
 */
@NullMarked
package dev.countersign.provenance;

import org.jspecify.annotations.NullMarked;
