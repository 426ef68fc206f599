/**
 * The vocabulary: which kinds of element there are, which keys each has, and what a key may hold.
 * The reader, the JSON Schema, the CEL types of the rules and the reference are all made from it.
 */
@NullMarked
package dev.countersign.model.language;

import org.jspecify.annotations.NullMarked;
