/**
 * A client that makes a model cost more than it should: begin with {@link
 * dev.countersign.watch.cost.Cost}; {@code docs/watch-cost.md} says what it sees and what not.
 */
@NullMarked
package dev.countersign.watch.cost;

import org.jspecify.annotations.NullMarked;
