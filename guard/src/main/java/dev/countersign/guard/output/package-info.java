/**
 * The output gate: what a model says is untrusted until it passes the checks of the place it goes
 * to. {@link dev.countersign.guard.output.OutputGate} validates, encodes or blocks; it never
 * changes a text without saying so.
 */
@NullMarked
package dev.countersign.guard.output;

import org.jspecify.annotations.NullMarked;
