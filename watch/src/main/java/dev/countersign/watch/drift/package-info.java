/**
 * What a model is asked or says moves, and by whose data: begin with {@link
 * dev.countersign.watch.drift.Drift}; {@code docs/watch-drift.md} says what it sees and what not.
 */
@NullMarked
package dev.countersign.watch.drift;

import org.jspecify.annotations.NullMarked;
