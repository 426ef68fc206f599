/**
 * Pointer files, which stand in a repository in place of data: Git LFS and DVC. Read {@link
 * dev.countersign.provenance.pointer.Pointers} first.
 */
@NullMarked
package dev.countersign.provenance.pointer;

import org.jspecify.annotations.NullMarked;
