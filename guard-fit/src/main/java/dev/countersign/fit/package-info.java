/**
 * Makes what gates decide by: {@code input} fits profiles on tables, {@code prompt} trains the
 * classifier of the prompt gate, {@code tool} and {@code output} turn policies that people write
 * into profiles.
 */
@NullMarked
package dev.countersign.fit;

import org.jspecify.annotations.NullMarked;
