/**
 * An agent that calls tools unlike itself: begin with {@link dev.countersign.watch.agent.Agent};
 * {@code docs/watch-agent.md} says what it sees and what not.
 */
@NullMarked
package dev.countersign.watch.agent;

import org.jspecify.annotations.NullMarked;
