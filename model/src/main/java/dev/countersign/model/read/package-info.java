/**
 * Reads {@code countersign.yaml} with what it includes into a system model. Starts at {@link
 * dev.countersign.model.read.SystemReader}; all of it follows the grammar and knows no kind of
 * element by name.
 */
@NullMarked
package dev.countersign.model.read;

import org.jspecify.annotations.NullMarked;
