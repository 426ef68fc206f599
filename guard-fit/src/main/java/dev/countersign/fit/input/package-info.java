/** Fits the input gate on training data. Read {@link dev.countersign.fit.input.InputFit} first. */
@NullMarked
package dev.countersign.fit.input;

import org.jspecify.annotations.NullMarked;
