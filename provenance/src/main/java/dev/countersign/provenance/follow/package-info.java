/**
 * Pointer files of a dataset replaced by the data that they stand for. Read {@link
 * dev.countersign.provenance.follow.Following} first.
 */
@NullMarked
package dev.countersign.provenance.follow;

import org.jspecify.annotations.NullMarked;
