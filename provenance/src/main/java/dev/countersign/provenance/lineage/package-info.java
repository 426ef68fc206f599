/**
 * From raw data to a model: statements found beside each other and followed by their digests. Read
 * {@link dev.countersign.provenance.lineage.Lineage} first.
 */
@NullMarked
package dev.countersign.provenance.lineage;

import org.jspecify.annotations.NullMarked;
