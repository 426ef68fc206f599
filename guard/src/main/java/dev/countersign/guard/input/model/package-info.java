/**
 * What an input gate knows, as numbers: columns, a projection, two distances and their calibration.
 * {@code countersign guard fit} makes it, {@link dev.countersign.guard.input.InputGate} decides by
 * it. Read {@link dev.countersign.guard.input.model.InputModel} first.
 */
@NullMarked
package dev.countersign.guard.input.model;

import org.jspecify.annotations.NullMarked;
