/** Digests of meaning: the same for two files that say the same, whatever their layout. */
@NullMarked
package dev.countersign.assess.digest;

import org.jspecify.annotations.NullMarked;
