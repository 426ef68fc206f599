/**
 * Pickles: what Python's {@code pickle.load} would import and call, found by evaluating every
 * opcode on symbols instead of objects.
 */
@NullMarked
package dev.countersign.inspect.pickle;

import org.jspecify.annotations.NullMarked;
