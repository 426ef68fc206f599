/** Reads {@code output-policy.yaml} and makes the settings of an output gate from it. */
@NullMarked
package dev.countersign.fit.output;

import org.jspecify.annotations.NullMarked;
