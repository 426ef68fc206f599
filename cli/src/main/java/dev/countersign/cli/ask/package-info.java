/**
 * The interview: asks a person on a terminal what decides most and writes the answers into the
 * model file. Read {@link dev.countersign.cli.ask.Interview} first.
 */
@NullMarked
package dev.countersign.cli.ask;

import org.jspecify.annotations.NullMarked;
