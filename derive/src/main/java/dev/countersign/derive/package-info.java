/**
 * From a system to its threats: the graph of influence and observation, the triggers, the rank and
 * the questions. Read {@link dev.countersign.derive.Derivation} first.
 */
@NullMarked
package dev.countersign.derive;

import org.jspecify.annotations.NullMarked;
