/**
 * A bill that somebody else's tool wrote, taken into ours. Read {@link
 * dev.countersign.bom.merge.Merging} first.
 */
@NullMarked
package dev.countersign.bom.merge;

import org.jspecify.annotations.NullMarked;
