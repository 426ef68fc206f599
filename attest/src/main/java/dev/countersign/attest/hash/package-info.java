/**
 * Digests of files, at the speed of the processor: over files and over shards of files in parallel,
 * in little memory. Knows nothing of models or data sets. Read {@link
 * dev.countersign.attest.hash.FileHasher} first.
 */
@NullMarked
package dev.countersign.attest.hash;

import org.jspecify.annotations.NullMarked;
