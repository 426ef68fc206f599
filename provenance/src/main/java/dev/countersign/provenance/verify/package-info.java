/**
 * Whether a dataset still is what its manifest says. Read {@link
 * dev.countersign.provenance.verify.DatasetVerifier} first.
 */
@NullMarked
package dev.countersign.provenance.verify;

import org.jspecify.annotations.NullMarked;
