/**
 * Writing for people: folding to the width of a terminal, colour where it is wanted, and the one
 * place where text from files is made harmless. Read {@link dev.countersign.cli.terminal.Page}
 * first.
 */
@NullMarked
package dev.countersign.cli.terminal;

import org.jspecify.annotations.NullMarked;
