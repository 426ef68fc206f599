/**
 * How grave a threat is: likelihood from the path, impact from what it reaches. Read {@link
 * dev.countersign.derive.rank.Ranking} first.
 */
@NullMarked
package dev.countersign.derive.rank;

import org.jspecify.annotations.NullMarked;
