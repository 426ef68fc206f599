/**
 * How complete a bill is against published minimum elements. Read {@link
 * dev.countersign.bom.score.Score} first.
 */
@NullMarked
package dev.countersign.bom.score;

import org.jspecify.annotations.NullMarked;
