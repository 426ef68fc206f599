/**
 * The command line: the door through which people and build servers talk to Countersign. Read
 * {@link dev.countersign.cli.Main} first, then {@code command.CheckCommand}.
 */
@NullMarked
package dev.countersign.cli;

import org.jspecify.annotations.NullMarked;
