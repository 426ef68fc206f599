/**
 * What is inside a model artefact, and what would happen if it were loaded; nothing is executed or
 * deserialised.
 */
@NullMarked
package dev.countersign.inspect;

import org.jspecify.annotations.NullMarked;
