/**
 * The input gate: whether what goes into a model is like what the model was trained on. Read {@link
 * dev.countersign.guard.input.InputGate} first.
 */
@NullMarked
package dev.countersign.guard.input;

import org.jspecify.annotations.NullMarked;
